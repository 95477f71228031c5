from .outbox import NotInTransaction, forget, forget_old, mark_seen, post, retell
from .wishes import order_test, set_wishes

__all__ = [
    "NotInTransaction",
    "forget",
    "forget_old",
    "mark_seen",
    "order_test",
    "post",
    "retell",
    "set_wishes",
]
