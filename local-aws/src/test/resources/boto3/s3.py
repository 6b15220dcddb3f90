"""Small objects as boto3 sees them. Raises when something is not as AWS would have it."""
import sys

import boto3
from botocore.exceptions import ClientError

s3 = boto3.client("s3", endpoint_url=sys.argv[1])


def refused(code, status, call, **members):
    try:
        call(**members)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error.response
        assert error.response["ResponseMetadata"]["HTTPStatusCode"] == status, error.response
        return
    raise AssertionError(f"{code} expected")


refused("NoSuchBucket", 404, s3.put_object, Bucket="state", Key="a", Body=b"")
s3.create_bucket(
    Bucket="state", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"}
)
refused("BucketAlreadyOwnedByYou", 409, s3.create_bucket, Bucket="state")
refused("NoSuchKey", 404, s3.get_object, Bucket="state", Key="uptime/a.json")
refused("404", 404, s3.head_object, Bucket="state", Key="uptime/a.json")

etag = s3.put_object(
    Bucket="state", Key="uptime/ä b+c.json", Body="{\"ö\":1}".encode(), ContentType="application/json"
)["ETag"]
found = s3.get_object(Bucket="state", Key="uptime/ä b+c.json")
assert found["Body"].read().decode() == "{\"ö\":1}", found
assert found["ContentType"] == "application/json" and found["ETag"] == etag, found
head = s3.head_object(Bucket="state", Key="uptime/ä b+c.json")
assert head["ContentLength"] == 8 and head["ETag"] == etag, head
assert head["LastModified"].isoformat() == "2026-11-21T08:00:00+00:00", head
refused("304", 304, s3.get_object, Bucket="state", Key="uptime/ä b+c.json", IfNoneMatch=etag)

for n in range(5):
    s3.put_object(Bucket="state", Key=f"many/{n}", Body=str(n).encode())
pages = s3.get_paginator("list_objects_v2").paginate(
    Bucket="state", Prefix="many/", PaginationConfig={"PageSize": 2}
)
sizes = [[entry["Key"] for entry in page["Contents"]] for page in pages]
assert sizes == [["many/0", "many/1"], ["many/2", "many/3"], ["many/4"]], sizes
after = s3.list_objects_v2(Bucket="state", StartAfter="many/3", Prefix="many/")
assert [entry["Key"] for entry in after["Contents"]] == ["many/4"], after
assert s3.list_objects_v2(Bucket="state", Prefix="uptime/")["Contents"][0]["Key"] == "uptime/ä b+c.json"

s3.delete_object(Bucket="state", Key="many/0")
s3.delete_object(Bucket="state", Key="many/0")
refused("NoSuchKey", 404, s3.get_object, Bucket="state", Key="many/0")

refused("NotImplemented", 501, s3.list_objects_v2, Bucket="state", Delimiter="/")
refused("NotImplemented", 501, s3.get_object, Bucket="state", Key="many/1", Range="bytes=0-1")
refused("NotImplemented", 501, s3.get_bucket_versioning, Bucket="state")
refused("NotImplemented", 501, s3.put_object, Bucket="state", Key="x", Body=b"", ServerSideEncryption="AES256")
refused("NotImplemented", 501, s3.put_object, Bucket="state", Key="x", Body=b"", Metadata={"a": "b"})
refused("NotImplemented", 501, s3.list_buckets)
refused("InvalidBucketName", 400, s3.create_bucket, Bucket="_local")
print("five keys in three pages")
