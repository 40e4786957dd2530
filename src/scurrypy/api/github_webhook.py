"""What GitHub says to a webhook, as far as Discord reads it. What GitHub sent may be passed on as it is, too."""

from typing import Annotated

from scurrypy.wire.limits import Length
from scurrypy.wire.model import DataModel
from scurrypy.wire.types import Serialized


class GithubUserPart(DataModel):
    """Someone on GitHub.

    See [Discord Docs/Execute GitHub-Compatible Webhook](https://docs.discord.com/developers/resources/webhook#execute-githubcompatible-webhook).
    """

    _needed = ("id", "login", "html_url", "avatar_url")

    id: int | None = None
    """Id of the account."""
    login: str | None = None
    """Name of the account."""
    html_url: Annotated[str, Length(0, 2048)] | None = None
    """Address of the profile, at most 2048 characters."""
    avatar_url: Annotated[str, Length(0, 2048)] | None = None
    """Address of the avatar, at most 2048 characters."""


class GithubCommentPart(DataModel):
    """A comment on GitHub.

    See [Discord Docs/Execute GitHub-Compatible Webhook](https://docs.discord.com/developers/resources/webhook#execute-githubcompatible-webhook).
    """

    _needed = ("id", "html_url", "user", "body")

    id: int | None = None
    """Id of the comment."""
    html_url: Annotated[str, Length(0, 2048)] | None = None
    """Address, at most 2048 characters."""
    user: GithubUserPart | None = None
    """Who wrote it."""
    commit_id: str | None = None
    """Commit it is about."""
    body: str | None = None
    """Text."""


class GithubIssuePart(DataModel):
    """An issue or a pull request on GitHub.

    See [Discord Docs/Execute GitHub-Compatible Webhook](https://docs.discord.com/developers/resources/webhook#execute-githubcompatible-webhook).
    """

    _needed = ("id", "number", "html_url", "user", "title")

    id: int | None = None
    """Id of the issue."""
    number: int | None = None
    """Number in the repository."""
    html_url: Annotated[str, Length(0, 2048)] | None = None
    """Address, at most 2048 characters."""
    user: GithubUserPart | None = None
    """Who opened it."""
    title: str | None = None
    """Title."""
    body: str | None = None
    """Text."""
    pull_request: Serialized | None = None
    """What makes an issue a pull request, as GitHub sent it."""


class GithubRepositoryPart(DataModel):
    """A repository on GitHub.

    See [Discord Docs/Execute GitHub-Compatible Webhook](https://docs.discord.com/developers/resources/webhook#execute-githubcompatible-webhook).
    """

    _needed = ("id", "html_url", "name", "full_name")

    id: int | None = None
    """Id of the repository."""
    html_url: Annotated[str, Length(0, 2048)] | None = None
    """Address, at most 2048 characters."""
    name: str | None = None
    """Name."""
    full_name: str | None = None
    """Name with that of its owner before it."""


class GithubReleasePart(DataModel):
    """A release on GitHub.

    See [Discord Docs/Execute GitHub-Compatible Webhook](https://docs.discord.com/developers/resources/webhook#execute-githubcompatible-webhook).
    """

    _needed = ("id", "tag_name", "html_url", "author")

    id: int | None = None
    """Id of the release."""
    tag_name: str | None = None
    """Tag it was made of."""
    html_url: Annotated[str, Length(0, 2048)] | None = None
    """Address, at most 2048 characters."""
    author: GithubUserPart | None = None
    """Who released it."""


class GithubAuthorPart(DataModel):
    """Who wrote a commit.

    See [Discord Docs/Execute GitHub-Compatible Webhook](https://docs.discord.com/developers/resources/webhook#execute-githubcompatible-webhook).
    """

    _needed = ("name",)

    username: str | None = None
    """Name of the account."""
    name: str | None = None
    """Name."""


class GithubCommitPart(DataModel):
    """A commit on GitHub.

    See [Discord Docs/Execute GitHub-Compatible Webhook](https://docs.discord.com/developers/resources/webhook#execute-githubcompatible-webhook).
    """

    _needed = ("id", "url", "message", "author")

    id: str | None = None
    """Hash of the commit."""
    url: Annotated[str, Length(0, 2048)] | None = None
    """Address, at most 2048 characters."""
    message: str | None = None
    """Message."""
    author: GithubAuthorPart | None = None
    """Who wrote it."""


class GithubReviewPart(DataModel):
    """A review of a pull request on GitHub.

    See [Discord Docs/Execute GitHub-Compatible Webhook](https://docs.discord.com/developers/resources/webhook#execute-githubcompatible-webhook).
    """

    _needed = ("user", "html_url", "state")

    user: GithubUserPart | None = None
    """Who wrote it."""
    body: str | None = None
    """Text."""
    html_url: Annotated[str, Length(0, 2048)] | None = None
    """Address, at most 2048 characters."""
    state: str | None = None
    """What it says, such as `approved`."""


class GithubCheckAppPart(DataModel):
    """The application that runs a check on GitHub.

    See [Discord Docs/Execute GitHub-Compatible Webhook](https://docs.discord.com/developers/resources/webhook#execute-githubcompatible-webhook).
    """

    _needed = ("name",)

    name: str | None = None
    """Name."""


class GithubCheckPullRequestPart(DataModel):
    """A pull request that a check on GitHub is about.

    See [Discord Docs/Execute GitHub-Compatible Webhook](https://docs.discord.com/developers/resources/webhook#execute-githubcompatible-webhook).
    """

    number: int | None = None
    """Number in the repository."""


class GithubCheckOutputPart(DataModel):
    """What a check on GitHub found.

    See [Discord Docs/Execute GitHub-Compatible Webhook](https://docs.discord.com/developers/resources/webhook#execute-githubcompatible-webhook).
    """

    title: str | None = None
    """Title."""
    summary: str | None = None
    """Summary."""


class GithubCheckSuitePart(DataModel):
    """A suite of checks on GitHub.

    See [Discord Docs/Execute GitHub-Compatible Webhook](https://docs.discord.com/developers/resources/webhook#execute-githubcompatible-webhook).
    """

    _needed = ("head_sha", "app")

    conclusion: str | None = None
    """How it ended, such as `success`."""
    head_branch: str | None = None
    """Branch it is about."""
    head_sha: str | None = None
    """Commit it is about."""
    pull_requests: list[GithubCheckPullRequestPart] | None = None
    """Pull requests it is about."""
    app: GithubCheckAppPart | None = None
    """Who runs it."""


class GithubCheckRunPart(DataModel):
    """A check on GitHub.

    See [Discord Docs/Execute GitHub-Compatible Webhook](https://docs.discord.com/developers/resources/webhook#execute-githubcompatible-webhook).
    """

    _needed = ("name", "html_url", "check_suite")

    conclusion: str | None = None
    """How it ended, such as `success`."""
    name: str | None = None
    """Name."""
    html_url: Annotated[str, Length(0, 2048)] | None = None
    """Address, at most 2048 characters."""
    check_suite: GithubCheckSuitePart | None = None
    """Suite it belongs to."""
    details_url: Annotated[str, Length(0, 2048)] | None = None
    """Address of the details, at most 2048 characters."""
    output: GithubCheckOutputPart | None = None
    """What it found."""
    pull_requests: list[GithubCheckPullRequestPart] | None = None
    """Pull requests it is about."""


class GithubDiscussionPart(DataModel):
    """A discussion on GitHub.

    See [Discord Docs/Execute GitHub-Compatible Webhook](https://docs.discord.com/developers/resources/webhook#execute-githubcompatible-webhook).
    """

    _needed = ("title", "number", "html_url", "user")

    title: str | None = None
    """Title."""
    number: int | None = None
    """Number in the repository."""
    html_url: Annotated[str, Length(0, 2048)] | None = None
    """Address, at most 2048 characters."""
    answer_html_url: Annotated[str, Length(0, 2048)] | None = None
    """Address of the answer, at most 2048 characters."""
    body: str | None = None
    """Text."""
    user: GithubUserPart | None = None
    """Who began it."""


class GithubWebhookPart(DataModel):
    """What GitHub sends to a webhook, as far as Discord reads it.

    See [Discord Docs/Execute GitHub-Compatible Webhook](https://docs.discord.com/developers/resources/webhook#execute-githubcompatible-webhook).
    """

    _needed = ("sender",)

    sender: GithubUserPart | None = None
    """Who did it."""
    action: str | None = None
    """What was done, such as `opened`."""
    ref: str | None = None
    """Branch or tag."""
    ref_type: str | None = None
    """Which of the two it is."""
    comment: GithubCommentPart | None = None
    """Comment."""
    issue: GithubIssuePart | None = None
    """Issue."""
    pull_request: GithubIssuePart | None = None
    """Pull request."""
    repository: GithubRepositoryPart | None = None
    """Repository."""
    forkee: GithubRepositoryPart | None = None
    """Repository that a fork made."""
    member: GithubUserPart | None = None
    """Collaborator who was added."""
    release: GithubReleasePart | None = None
    """Release."""
    head_commit: GithubCommitPart | None = None
    """Last commit that was pushed."""
    commits: list[GithubCommitPart] | None = None
    """Commits that were pushed."""
    forced: bool | None = None
    """Whether the push was forced."""
    compare: Annotated[str, Length(0, 2048)] | None = None
    """Address that shows what was pushed, at most 2048 characters."""
    review: GithubReviewPart | None = None
    """Review."""
    check_run: GithubCheckRunPart | None = None
    """Check."""
    check_suite: GithubCheckSuitePart | None = None
    """Suite of checks."""
    discussion: GithubDiscussionPart | None = None
    """Discussion."""
    answer: GithubCommentPart | None = None
    """Answer to the discussion."""
