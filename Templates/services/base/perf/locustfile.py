"""Load on every operation of the contract. scripts/performance.sh runs it."""

import os
import re
import uuid

from locust import HttpUser, constant, events, task

# The objectives of ops/slo.yaml. A slower machine may be given more time.
P99_MILLISECONDS = float(os.environ.get("P99_MILLISECONDS", "500"))
FAULTS = 0.001


class Caller(HttpUser):
    wait_time = constant(0.1)

    def on_start(self):
        self.client.headers["Authorization"] = "Bearer " + os.environ["API_TOKEN"]

    def ask(self, method, path, **options):
        """Sends a request with a new ID for each parameter. Only a fault of the service (5xx) is a failure."""
        actual = re.sub(r"\{[^}]*\}", lambda _: uuid.uuid4().hex[:8], path)
        with self.client.request(method, actual, name=f"{method} {path}", catch_response=True, **options) as answer:
            if 0 < answer.status_code < 500 or answer.status_code == 501:
                answer.success()

    @task
    def ready(self):
        self.ask("GET", "/ready")
<%each operations%>

    @task
    def <%operation.id:snake%>(self):
<%if operation.has-body%>
        self.ask("<%operation.verb:word%>", "<%operation.path:path%>", json={"note": "load"})
<%else%>
        self.ask("<%operation.verb:word%>", "<%operation.path:path%>")
<%end%>
<%end%>


@events.quitting.add_listener
def judge(environment, **_):
    total = environment.stats.total
    p99 = total.get_response_time_percentile(0.99) or 0
    print(f"{total.num_requests} requests, p99 {p99:.0f} ms, {total.fail_ratio:.2%} faults")
    if total.num_requests == 0 or p99 > P99_MILLISECONDS or total.fail_ratio > FAULTS:
        print(f"missed: p99 at most {P99_MILLISECONDS:.0f} ms, at most {FAULTS:.1%} faults")
        environment.process_exit_code = 1
