// Keeps the shell of the application for days without a network; never an answer of the API.
const CACHE = "shell-__VERSION__";
const FILES = [
	/* __FILES__ */
];
const SHELL = "/ar/";

self.addEventListener("install", (event) => {
	event.waitUntil(
		caches
			.open(CACHE)
			.then((cache) => cache.addAll([...FILES, SHELL]))
			.then(() => self.skipWaiting()),
	);
});

self.addEventListener("activate", (event) => {
	event.waitUntil(
		caches
			.keys()
			.then((names) =>
				Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))),
			)
			.then(() => self.clients.claim()),
	);
});

/** Hashed files never change: what was fetched once is kept. */
async function fromCacheFirst(request) {
	const cache = await caches.open(CACHE);
	const kept = await cache.match(request);
	if (kept) return kept;
	const answer = await fetch(request);
	if (answer.ok) await cache.put(request, answer.clone());
	return answer;
}

/** Every page is the same document: without a network the kept one opens any of them. */
async function pageOrShell(request) {
	try {
		return await fetch(request);
	} catch (failure) {
		const kept = await caches.match(SHELL, { cacheName: CACHE });
		if (kept) return kept;
		throw failure;
	}
}

self.addEventListener("fetch", (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== "GET" || url.origin !== self.location.origin) return;
	if (request.mode === "navigate") {
		if (/^\/(ar|fr|en)(\/|$)/.test(url.pathname)) event.respondWith(pageOrShell(request));
		return;
	}
	if (url.pathname.startsWith("/assets/") || FILES.includes(url.pathname)) {
		event.respondWith(fromCacheFirst(request));
	}
});
