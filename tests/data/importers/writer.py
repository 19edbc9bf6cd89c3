"""A program that brings a corpus in again and again, in two versions in turn, until it is killed."""

# Takes the name of the importer, the paths of the versions, and the folder of the collection.
WRITER = """
import itertools, sys
from importlib import import_module
from pathlib import Path
from data.importers.collection import write_collection
from data.importers.report import Report
from data.importers.tables import complete

importer = import_module("data.importers." + sys.argv[1])
*paths, target = map(Path, sys.argv[2:])
versions = [complete(importer.read(path, Report()), importer.ABOUT, target.name) for path in paths]
print("ready", flush=True)
for tables in itertools.cycle(versions):
    write_collection(tables, target)
"""
