"""Takes the documents of `skillreel read --format jsonl` into Tantivy, the engine below Quickwit, and asks it.

    pip install tantivy
    skillreel read --format jsonl path/to/notes > claims.jsonl
    python tests/scale/tantivy_try.py claims.jsonl "build trust" "trust AND level:new"

Prints how long it took, how large the index is, and for each query the best documents with their addresses.
docs/SCALE.md has a run.
"""

import json
import os
import sys
import tempfile
import time

import tantivy

WORDS = ["text", "title", "heading", "skill", "group"]
EXACT = ["id", "kind", "level", "skills", "levels", "note", "video", "address"]
NUMBERS = ["rank", "seconds", "until"]


def schema():
    builder = tantivy.SchemaBuilder()
    for field in WORDS:
        builder.add_text_field(field, stored=True, tokenizer_name="en_stem")
    for field in EXACT:
        builder.add_text_field(field, stored=True, tokenizer_name="raw")
    for field in NUMBERS:
        builder.add_unsigned_field(field, stored=True, indexed=True, fast=True)
    return builder.build()


def index(documents, folder):
    fields = schema()
    made = tantivy.Index(fields, path=folder)
    writer = made.writer(heap_size=100_000_000)
    with open(documents, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            document = json.loads(line)
            unknown = document.keys() - {*WORDS, *EXACT, *NUMBERS}
            if unknown:
                sys.exit(f"{documents}, line {number}: unknown fields {sorted(unknown)}")
            writer.delete_documents_by_term("id", document["id"])  # a second time it takes the first one's place
            writer.add_document(tantivy.Document.from_dict(document, fields))
    writer.commit()
    writer.wait_merging_threads()
    made.reload()
    return made


def show(searcher, found):
    for score, address in found.hits:
        hit = searcher.doc(address).to_dict()
        first = {field: values[0] for field, values in hit.items()}
        place = " ".join(str(first[field]) for field in ("skill", "level", "rank") if field in first)
        print(f"  {score:6.2f}  {first['text'][:70]!r}  {place}\n          {first.get('address', first['note'])}")


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    documents, queries = sys.argv[1], sys.argv[2:]
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        made = index(documents, folder)
        searcher = made.searcher()
        size = sum(entry.stat().st_size for entry in os.scandir(folder))
        print(f"{searcher.num_docs} documents in {time.perf_counter() - start:.1f} s, index {size / 1e6:.1f} MB")
        for query in queries:
            parsed = made.parse_query(query, ["text", "title", "heading", "skill"])
            searcher.search(parsed, 5)
            start = time.perf_counter()
            found = searcher.search(parsed, 5)
            taken = (time.perf_counter() - start) * 1e3
            print(f"\n{query}: {found.count} documents, {taken:.2f} ms")
            show(searcher, found)


if __name__ == "__main__":
    main()
