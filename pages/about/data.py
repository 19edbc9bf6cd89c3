"""What is in the data, and how was it made? Counts, coverage, gaps, method and the dictionary."""

from ui import about, answers, collection_files
from ui.view import View

answers.show(about.answer(), View.from_session(), filtered=False)
about.collection()
about.counts()
about.method()
about.coverage()
about.origins()
about.corrections()
about.dictionary()
collection_files.offer()
