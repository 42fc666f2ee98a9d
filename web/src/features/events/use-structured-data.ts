import { useEffect } from "react";

/** Puts data for search engines into the head of the document while the page is shown. It is data: nothing runs it. */
export function useStructuredData(data: unknown) {
	const text = JSON.stringify(data);
	useEffect(() => {
		const script = document.createElement("script");
		script.type = "application/ld+json";
		script.textContent = text;
		document.head.append(script);
		return () => script.remove();
	}, [text]);
}
