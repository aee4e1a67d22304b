"""Plain text without its clutter, every character traceable to the raw text.

Whole lines are left out, each by a named rule; white space inside a line is kept as it
is but for control characters. Prose is never cut: a line goes only when all of it is
clutter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model.document import OffsetMap

# A repeated line this long is a caption or a pull quote; shorter ones may be prose.
REPEATED_CHARS = 25

# Share bars and page footers name these, in seven languages, and nothing else.
_BAR = (
    r"(?:facebook|twitter|telegram|whatsapp|viber|instagram|youtube|linkedin|pinterest"
    r"|reddit|threads|bluesky|vkontakte|вконтакте|одноклассники|tiktok|rss|x|e-?mail"
    r"|tweet|copy link|share(?: (?:on|via) \w+)?|print|save|comments?|feedback|contacts?"
    r"|(?:about|contact)(?: us)?|advertise(?: with us)?|subscribe|newsletters?|corrections"
    r"|privacy(?: policy)?|terms(?: of (?:use|service))?|download (?:the|our) app"
    r"|community guidelines|follow topic|mute topic|show full article|back to \w+"
    r"|поделиться|распечатать|печать|отправить другу|контакты|реклама|о нас|подписаться"
    r"|поділитися|друк|контакти|реклама|про нас|підписатися|надіслати"
    r"|teilen|drucken|kommentare|merken|kontakt|impressum|datenschutz|abonnieren"
    r"|compartir|imprimir|comentarios|enviar|guardar|suscribirse|contacto"
    r"|condividi|stampa|commenti|invia|salva|iscriviti|contatti"
    r"|partager|imprimer|commentaires|envoyer|enregistrer|s['’]abonner"
    r"|udostępnij|drukuj|komentarze)"
)
_READ_ALSO = (
    r"read (?:also|more|next)|see also|also (?:read|see)|more on this(?: story)?|most (?:read|viewed)"
    r"|related(?: (?:articles?|stories|story|news|posts?|tags?|topics?|briefs?))?|recommended(?: for you)?"
    r"|you (?:might|may) also like|also in this section|editor['’]s picks?|explore(?: more on these topics)?"
    r"|other news|in other news|latest (?:headlines|news)|more from [\w .]{2,30}|trending(?: in \w+)?"
    r"|popular(?: now)?|read more about"
    r"|читайте (?:также|ещ[её])|также читайте|читать (?:далее|также)|по теме|материалы по теме"
    r"|другие новости|новости по теме|последние новости|популярное|новости сми2?"
    r"|читайте також|також читайте|читати далі|по темі|за темою|останні новини|популярне|інші новини"
    r"|lesen sie auch|auch interessant|mehr zum thema|das könnte sie (?:auch )?interessieren|meistgelesen"
    r"|lea también|le[ae] más|te puede interesar|más noticias|noticias relacionadas|lo más leído"
    r"|leggi anche|potrebbe interessarti|altre notizie|articoli correlati|i più letti"
    r"|lire aussi|à lire aussi|sur le même sujet|articles? liés?|les plus lus"
    r"|czytaj (?:też|także|więcej)|zobacz (?:też|także)"
)

# Each rule is for a whole line. Where it may begin with other words, they are of one
# sentence with the clutter: a sentence before it would be prose.
RULES: dict[str, str] = {
    "cookies": r"[^.!?]{0,120}\b(?:we use cookies|(?:accept|allow) (?:all )?cookies|cookie (?:policy|settings)|cookies help us|используе[тм] (?:файлы )?cookies?|файл\w+ cookies?|використову\w+ (?:файли )?cookies?|verwende[tn] cookies|utiliza(?:mos)? cookies|utilizz(?:a|iamo) (?:i )?cookie|utilis(?:e|ons) des cookies)\b.{0,200}",
    "comments": r"(?:leave a (?:reply|comment)\b.{0,60}|be the first to comment|post a comment|(?:your )?email address will not be published.{0,80}|this site uses akismet.{0,120}|required fields are marked.{0,40}|\d* ?comments? ?\(\d*\).{0,60}|comments are (?:closed|moderated).{0,120}|log in to comment.{0,60}|[^.!?]{0,60}learn how your comment data is processed|что думаешь\?.{0,80}|комментари[ийя]\w*(?: ?\(\d+\))?|(?:оставить|добавить|написать) комментарий.{0,60}|(?:залишити|додати) коментар.{0,60}|ваш (?:e-?mail|адрес email) не будет опубликован.{0,80}|kommentare deaktiviert.{0,60}|(?:schreiben sie|hinterlassen sie) einen kommentar.{0,60}|deja (?:un comentario|una respuesta).{0,40}|lascia un commento.{0,40}|laisser un commentaire.{0,40})",
    "copyright": r"(?:©|\(c\)\s*(?:©|\d{4})|copyright\s*(?:©|\(c\)|:|\d{4}|by\b)).{0,120}|(?:©|copyright\b)(?=.{0,300}(?:unauthori[sz]ed|reserved|prohibited|permission)).{0,500}|[^.!?]{0,120}\ball rights reserved\b.{0,120}|[^.!?]{0,60}\b(?:все права защищены|усі права захищен[іо]|alle rechte vorbehalten|todos los derechos reservados|tutti i diritti riservati|tous droits réservés|wszystkie prawa zastrzeżone)\b.{0,120}|[^.!?]{0,40}перепечатка (?:возможна|разрешена|запрещена).{0,160}",
    "read_also": rf"(?:{_READ_ALSO})\s*(?:[:·|»—-].*|$)",
    "share": rf"(?:share(?: this)?(?: (?:article|story|post|on))?|follow us(?: on)?\b.{{0,80}}|поделиться|поделитесь|сподобалась новина\?.*|поширити|поділитися|teilen sie.{{0,60}}|comparte|condividi|partagez?)\s*(?:[:·|].*|$)|{_BAR}(?:\s*[·|,/:•]?\s*{_BAR})+",
    "subscribe": r"(?:subscribe|sign up|подпи(?:сывайтесь|шитесь|саться)|підпи(?:шіться|суйтесь)|читайте нас|abonnieren|suscr[ií]bete|iscriviti|abonnez-vous)\b.{0,120}|(?:support (?:us|our work|independent journalism)|become (?:a|our) (?:patron|member|subscriber)|join our (?:\w+ )?(?:community|channel|group)|download our (?:\w+['’]s )?app)\b.{0,120}|(?:поддержите|підтримайте) (?:редакцию|редакцію|нас)\b.{0,120}",
    "breadcrumb": r"(?:home|главная|головна|news|новости|новини|startseite|inicio|accueil)\s*(?:»|>|›|/)\s*.{0,80}",
    "tags": r"(?:tags?|теги|метки|мітки|keywords|schlagw[oö]rter|etiquetas|mots-clés)\s*:.*|#\w+(?:\s+#\w+)*",
    "navigation": r"(?:skip to (?:main )?content|open menu|close menu|menu|search|advertisement|реклама|anzeige|publicidad|pubblicità|publicité|toggle navigation|accessibility links|all sections|front page|пропустить|перейти до (?:змісту|головного меню)|\d\.\s*перейти до .*|поиск по сайту|пошук по сайту.*|edit post|epaper|print this page|back to top(?: button)?|listen live.*|this audio is created with ai.{0,40}|×)",
    "typo_notice": r"[^.!?]{0,80}(?:(?:увидели|заметили|нашли) (?:опечатку|ошибку)|(?:помітили|знайшли) помилку|find a mistake|notice an error|spotted an? (?:error|mistake|typo))\b.{0,140}|[^.!?]{0,80}ctrl\s*\+\s*enter.{0,80}",
    "views": r"(?:views?|просмотр\w*|перегляд\w*|eye)\s*:?\s*\d+|\d[\d ,.]{0,8}\s*(?:views|просмотр\w*|перегляд\w*)",
    "reading_time": r"\d+\s*(?:min|мин|хв)\.?\s*(?:read|читати|чтения)",
}  # fmt: skip
_RULES = {
    name: re.compile(rf"\s*(?:{pattern})\s*[.!]?\s*", re.IGNORECASE)
    for name, pattern in RULES.items()
}

# Longer lines are prose whatever they begin with, but for copyright blocks.
MAX_CLUTTER_CHARS = 220
_LONG_RULES = frozenset({"copyright", "cookies", "comments"})

_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u061c]"
)
_TAIL_JUNK = re.compile(
    r"\(tags\s*to\s*translate\)[^.!?]*$|\(tags\s*to\s*translate\)\S*|(?:==\s*)+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned text and the way back to the raw one."""

    text: str
    offsets: OffsetMap

    def first_line(self) -> str:
        """Return the first line, which stands for a title where none is known."""
        return self.text.split("\n", 1)[0].strip()

    def with_title(self, title: str) -> Cleaned:
        """Return the text with a title in front; its characters map to nothing."""
        front = f"{title}\n\n"
        pieces = tuple((c + len(front), r, n) for c, r, n in self.offsets.pieces)
        return Cleaned(front + self.text, OffsetMap(pieces))


def one_line(words: str) -> str:
    """Return words without control characters and line breaks, as for a title."""
    return " ".join(_CONTROL.sub("", " ".join(words.split())).split())


def rule_against(line: str) -> str | None:
    """Return the name of the rule that leaves a line out, None for a line to keep."""
    stripped = line.strip()
    if not stripped:
        return None
    for name, pattern in _RULES.items():
        if len(stripped) > MAX_CLUTTER_CHARS and name not in _LONG_RULES:
            continue
        if pattern.fullmatch(stripped):
            return name
    return None


def clean(raw: str, start: int) -> Cleaned:
    """Return the text from ``start`` on without clutter, and the map back."""
    out: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    length, blank, seen = 0, True, set[str]()
    for line_start, line in _lines(raw, start):
        kept = _kept(line)
        words = "".join(line[a:b] for a, b in kept)
        key = " ".join(words.split()).casefold()
        if not key:
            if not blank:
                out.append("\n")
                length, blank = length + 1, True
            continue
        if rule_against(words) or (len(key) >= REPEATED_CHARS and key in seen):
            continue
        seen.add(key)
        for a, b in kept:
            pieces.append((length, line_start + a, b - a))
            out.append(line[a:b])
            length += b - a
        out.append("\n")
        length, blank = length + 1, False
    joined = "".join(out)
    return Cleaned(joined.rstrip(), OffsetMap(_within(pieces, len(joined.rstrip()))))


def _lines(raw: str, start: int) -> Iterator[tuple[int, str]]:
    at = start
    for line in raw[start:].splitlines(keepends=True):
        yield at, line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
        at += len(line)


def _kept(line: str) -> list[tuple[int, int]]:
    """Return the stretches of a line to keep: no margins, no control characters."""
    junk = [(m.start(), m.end()) for m in _CONTROL.finditer(line)]
    junk += [(m.start(), m.end()) for m in _TAIL_JUNK.finditer(line)]
    first = len(line) - len(line.lstrip())
    last = len(line.rstrip())
    kept, at = [], first
    for begin, end in sorted(junk):
        if at < begin:
            kept.append((at, min(begin, last)))
        at = max(at, end)
    if at < last:
        kept.append((at, last))
    return [(a, b) for a, b in kept if a < b]


def _within(
    pieces: list[tuple[int, int, int]], length: int
) -> tuple[tuple[int, int, int], ...]:
    return tuple((c, r, min(n, length - c)) for c, r, n in pieces if c < length)
