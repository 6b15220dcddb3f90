terraform {
  # 1.11: write-only arguments and ephemeral variables keep secrets out of plan and state.
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.20" # the first that knows the runtime java25
    }
    archive = {
      source  = "hashicorp/archive"
      version = ">= 2.4"
    }
  }
}
