"""ScurryPy 2.3, pointed at the bench through the attributes that hold its addresses."""

from meter import TOKEN, Meter, arguments, ready
from mix import others

from scurrypy import Client, Intents
from scurrypy.core import GatewayClient, HTTPClient
from scurrypy.enums import EventType

args = arguments()
HTTPClient.BASE = f"http://127.0.0.1:{args.port}/api/v10"
meter = Meter()


class BenchGateway(GatewayClient):
    """A shard that connects to the bench."""

    def __init__(self) -> None:
        super().__init__()
        self.base_url = f"ws://127.0.0.1:{args.port}/"


client = Client(token=TOKEN, intents=Intents.DEFAULT | Intents.MESSAGE_CONTENT, gateway_impl=BenchGateway)


async def on_message(event: object) -> None:
    meter.message(event.content)


async def on_other(event: object) -> None:
    meter.event()


async def on_ready(event: object) -> None:
    ready()


client.add_event_listener(EventType.READY, on_ready)
client.add_event_listener(EventType.MESSAGE_CREATE, on_message)
known = {str(event.value): event for event in EventType}
for name in others(args.listen, args.mix):
    if name in known:
        client.add_event_listener(known[name], on_other)
client.run()
