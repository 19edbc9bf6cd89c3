"""The words for the codes in the records, on the screen and in files."""

STANCES = {"support": "Support", "oppose": "Oppose", "neutral": "Neutral"}
KINDS = {
    "statement": "Statement",
    "declaration": "Declaration",
    "resolution": "Resolution",
    "vote": "Vote",
    "letter": "Letter",
    "interview": "Interview",
    "speech": "Speech",
    "social-post": "Social media post",
    "communique": "Communiqué",
}
ATTRIBUTIONS = {
    "direct": "The actor's own publication",
    "press": "Reported by the press",
    "listed": "Only named in a list",
}
PRECISIONS = {"day": "The day", "month": "The month only", "year": "The year only"}
FOUND_IN = {"source": "Sources", "statement": "Statements", "event": "Events", "actor": "Actors"}
VOICES = {"statement": "Own statements", "vote": "Votes", "list": "Mentions in lists"}
COUNTED = {"everyone": "All states and authorities", "un": "UN members only"}
COUNTED_IN_WORDS = {"everyone": "all states and authorities", "un": "members of the United Nations only"}
EVENT_KINDS = {
    "war": "War",
    "clash": "Clash",
    "election": "Election",
    "referendum": "Referendum",
    "resolution": "Resolution",
    "agreement": "Agreement",
    "ceasefire": "Ceasefire",
    "summit": "Summit",
    "declaration": "Declaration",
    "blockade": "Disruption of movement",
    "other": "Other",
}
LANGUAGES = {
    "ar": "Arabic",
    "be": "Belarusian",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "hu": "Hungarian",
    "hy": "Armenian",
    "id": "Indonesian",
    "it": "Italian",
    "lv": "Latvian",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "sq": "Albanian",
    "sr": "Serbian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
}
LANGUAGE_UNKNOWN = "a language not known"
ACTOR_KINDS = {
    "state": "State",
    "observer_state": "State",
    "partially_recognised_state": "State",
    "former_state": "Former state",
    "de_facto_authority": "De facto authority",
    "organisation": "Organisation",
    "body": "Body",
    "group": "Group",
}
FOUND = {
    "no": "Nothing",
    "partly": "A part",
    "press only": "Press reports only",
    "listed only": "Mentions in lists only",
}
