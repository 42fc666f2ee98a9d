import { useEffect, useState } from "react";

/** What the page has fetched of the application; the service worker keeps each of them once it is asked for it. */
const pieces = () =>
	performance
		.getEntriesByType("resource")
		.map(({ name }) => new URL(name))
		.filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith("/assets/"))
		.map(({ href }) => href);

/** Has the service worker keep the pieces of this page; whether it can be opened again without a connection. */
async function keepPage(): Promise<boolean> {
	if (!("serviceWorker" in navigator)) return false;
	await navigator.serviceWorker.ready;
	if (!navigator.serviceWorker.controller) {
		await new Promise<void>((resolve) => {
			navigator.serviceWorker.addEventListener("controllerchange", () => resolve(), { once: true });
		});
	}
	const kept = await Promise.all([...new Set(pieces())].map((piece) => fetch(piece)));
	return kept.every(({ ok }) => ok);
}

/** Whether this page can be opened again without a connection. */
export function useOpensOffline(): boolean {
	const [opens, setOpens] = useState(false);
	useEffect(() => {
		let here = true;
		keepPage().then(
			(kept) => here && setOpens(kept),
			// Not kept: the page says that it must stay open.
			() => undefined,
		);
		return () => {
			here = false;
		};
	}, []);
	return opens;
}

/** Whether the browser knows of a connection; that the server answers is another matter. */
export function useOnline(): boolean {
	const [online, setOnline] = useState(navigator.onLine);
	useEffect(() => {
		const look = () => setOnline(navigator.onLine);
		addEventListener("online", look);
		addEventListener("offline", look);
		return () => {
			removeEventListener("online", look);
			removeEventListener("offline", look);
		};
	}, []);
	return online;
}
