"""powershell.py FILE: is it a PowerShell script? Says where not. Needs tree-sitter and tree-sitter-powershell."""
import sys

import tree_sitter_powershell
from tree_sitter import Language, Parser

source = open(sys.argv[1], "rb").read()
wrong, ahead = [], [Parser(Language(tree_sitter_powershell.language())).parse(source).root_node]
while ahead:
    node = ahead.pop()
    if node.type == "ERROR" or node.is_missing:
        wrong.append("line %d: %s" % (node.start_point[0] + 1, source[node.start_byte:node.end_byte][:60].decode()))
    ahead += node.children
print("\n".join(wrong))
sys.exit(1 if wrong else 0)
