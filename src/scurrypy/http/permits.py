"""The right to send one request, from the gates it passed to what its answer tells about them."""

from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self

from scurrypy.http.bucket import Bucket
from scurrypy.http.gate import Ticket
from scurrypy.http.global_limit import SPREAD, GlobalLimit
from scurrypy.http.headers import Quota, quota_of
from scurrypy.http.refusals import Refusal
from scurrypy.http.routing import IS_YOUNG, Target

if TYPE_CHECKING:
    from scurrypy.http.limits import Limits


class Key(NamedTuple):
    """What a bucket is looked up by, before its name is known."""

    identity: str
    """Who sends: Discord counts each bot, user and address for itself."""
    method: str
    """HTTP method."""
    template: str
    """Path with its values taken out."""
    variant: str
    """Which of several limits of the operation."""
    major: str
    """The top-level resource."""

    @property
    def operation(self) -> tuple[str, ...]:
        """What it has in common with the same operation on other resources."""
        return self[:4]

    def __repr__(self) -> str:
        # The sender may be a user's token, and the resource a webhook with its own.
        return f"<Key {self.method} {self.template}{f' ({self.variant})' if self.variant else ''}>"


class Permit:
    """The right to send one request; to leave the `with` block ends it, whatever happened inside."""

    __slots__ = (
        "_arrival",
        "_bucket",
        "_everywhere",
        "_has_departed",
        "_has_moved",
        "_hidden",
        "_is_open",
        "_limits",
        "_ticket",
        "fields",
        "is_bound",
        "key",
        "target",
    )

    def __init__(self, limits: "Limits", key: Key, fields: frozenset[str], target: Target) -> None:
        self.key: Key = key
        """What the request is for."""
        self.fields: frozenset[str] = fields
        """Names in the body that a hidden limit may be kept for."""
        self.target: Target = target
        """What it is about."""
        self.is_bound: bool = not target.is_interaction
        """Whether the global limit applies."""
        self._limits = limits
        self._bucket: Bucket | None = None
        self._ticket: Ticket = 0
        self._hidden: list[Bucket] = []
        self._everywhere: GlobalLimit | None = None
        self._arrival: float | None = None
        self._has_departed = False
        self._has_moved = False
        self._is_open = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        # Most have ended by what their answer told.
        if self._is_open or self._hidden or self._everywhere is not None:
            self._end()

    def hold(self, bucket: Bucket, ticket: Ticket, hidden: list[Bucket], everywhere: GlobalLimit | None) -> None:
        """Take over what was passed: the bucket with its ticket, the gates of hidden limits, and the global limit."""
        self._bucket, self._ticket, self._hidden, self._everywhere = bucket, ticket, hidden, everywhere
        bucket.under_way[self] = None

    def count_in(self, bucket: Bucket) -> None:
        """Count in another bucket: the one that was passed turned out to be it."""
        self._leave()
        bucket.take()
        bucket.under_way[self] = None
        self._bucket, self._ticket, self._has_moved = bucket, 0, True

    def depart(self, arrives_within: float) -> None:
        """Note that the request goes out now.

        Args:
            arrives_within: Seconds after which it has certainly arrived; an answer may show that it did so sooner.
        """
        self._has_departed = True
        if self._everywhere is not None:
            self._arrival = self._everywhere.loop.time() + arrives_within + SPREAD
            self._everywhere.count(self._arrival)

    def refund(self) -> None:
        """Note that the request never reached Discord, and end."""
        if self._is_open and self._bucket is not None:
            self._bucket.under_way.pop(self, None)
            self._bucket.give_back()
            self._is_open = False
            self._bucket.move_on()
        if self._everywhere is not None and self._arrival is None:
            self._everywhere.give_back()
            self._everywhere.move_on()
            self._everywhere = None
        self._end()

    def learn(self, status: int, headers: Mapping[str, str], refusal: Refusal | None = None) -> bool:
        """Take in what the answer tells, and end; return whether it told for the first time which bucket this was.

        Args:
            status: HTTP status of the answer.
            headers: Its headers.
            refusal: What it says about the limit it ran into, if it did.
        """
        bucket = self._bucket
        is_news = False
        self._limits.time.note(headers)
        if bucket is not None and self._is_open:
            self._is_open = False
            self._leave()
            quota = quota_of(headers)
            if quota is not None:
                is_news = quota.bucket not in {"", bucket.name}
                is_elsewhere = self._counts_elsewhere(status, quota)
                bucket = self._limits.learn(
                    self.key, bucket, quota, self._ticket, is_elsewhere=is_elsewhere, is_refused=status == 429
                )
            elif status >= 500:
                bucket.lose()
            elif refusal is None:
                bucket.miss()
        if bucket is not None:
            if refusal is not None:
                self._limits.refuse(self, bucket, refusal)
            bucket.move_on()
        self._end(is_answered=True)
        return is_news

    def _leave(self) -> None:
        """Be under way in the bucket no more."""
        if self._bucket is not None:
            self._bucket.under_way.pop(self, None)
            self._bucket.end()

    def _counts_elsewhere(self, status: int, quota: Quota) -> bool:
        """Whether an answer may name a bucket that others like it do not count in."""
        # What is gone is deleted under the limit for new messages.
        if status == 404 and self._bucket is not None and (self._bucket.name or self.target.sent_at is not None):
            return True
        if status == 429 and self.target.sent_at is not None and self.key.variant != IS_YOUNG:
            # A refusal does not say whether the message is gone; what comes of the next try does.
            return True
        # The first answers after a bucket got another name may be to requests that counted before.
        return self._has_moved and self._limits.is_known(self.key, quota.bucket)

    def _end(self, *, is_answered: bool = False) -> None:
        if self._is_open and self._bucket is not None:
            self._leave()
            if self._has_departed:
                self._bucket.lose()
            self._bucket.move_on()
        self._is_open = False
        if self._hidden:
            self._limits.release_hidden(self.key, self._hidden)
            self._hidden = []
        everywhere, self._everywhere = self._everywhere, None
        if everywhere is not None:
            now = everywhere.loop.time()
            # What was answered has arrived; what was given up may be on its way still.
            if self._arrival is None:
                everywhere.count(now)
            elif is_answered and self._arrival > now:
                everywhere.correct(self._arrival, now)
