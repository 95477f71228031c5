from .outbox import NotInTransaction, forget, forget_old, mark_seen, post
from .wishes import order_test, set_wishes

__all__ = [
    "NotInTransaction",
    "forget",
    "forget_old",
    "mark_seen",
    "order_test",
    "post",
    "set_wishes",
]
