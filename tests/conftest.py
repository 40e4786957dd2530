"""Settings that hold for every test: hypothesis without deadlines and, so that CI tells the same each time, seeded."""

from hypothesis import HealthCheck, settings

settings.register_profile("scurrypy", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("scurrypy")
