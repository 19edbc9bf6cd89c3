"""Why does a question get no answer? One sentence for whoever asked it."""


class Refused(Exception):
    """A question that is not answered; the message says what was refused and what to do."""


class Busy(Refused):
    """Others are asking."""


class Superseded(Refused):
    """Whoever asked has asked something else meanwhile."""


class Unanswered(Refused):
    """It took more than a question may take."""
