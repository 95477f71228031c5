// Answers for the checklists that somebody took along, when the network does not. Whatever the
// network says comes first; nothing is kept unless it was asked for.
const KEPT = "xieshang-checklists";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  const { keep, forget } = event.data;
  const done = forget
    ? caches.delete(KEPT)
    : caches.open(KEPT).then((kept) => kept.addAll(keep.map((url) => new Request(url, { cache: "reload" }))));
  event.waitUntil(
    done.then(
      () => event.source.postMessage({ kept: !forget }),
      () => event.source.postMessage({ failed: true }),
    ),
  );
});

self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  event.respondWith(
    fetch(event.request).catch(async (fault) => {
      const found = await caches.match(event.request, { ignoreVary: true });
      if (found) return found;
      throw fault;
    }),
  );
});
