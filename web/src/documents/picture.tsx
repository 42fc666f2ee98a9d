import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Failed } from "@/ui/states.tsx";
import css from "./picture.module.css";
import { contentQuery } from "./picture-query.ts";

interface Props {
	id: string;
	alt: string;
	/** Stands upright, as posters do. */
	upright?: boolean;
}

/** A picture that is fetched once it comes near the screen, in a frame that has its place from the start. */
export function Picture({ id, alt, upright }: Props) {
	const frame = useRef<HTMLDivElement>(null);
	const [near, setNear] = useState(false);
	const content = useQuery({ ...contentQuery(id), enabled: near });
	const [url, setUrl] = useState<string>();
	const blob = content.data;
	useEffect(() => {
		if (!frame.current) return;
		const seen = new IntersectionObserver(
			(entries) => {
				if (entries.some((entry) => entry.isIntersecting)) setNear(true);
			},
			{ rootMargin: "300px" },
		);
		seen.observe(frame.current);
		return () => seen.disconnect();
	}, []);
	useEffect(() => {
		if (!blob) return;
		const made = URL.createObjectURL(blob);
		setUrl(made);
		return () => URL.revokeObjectURL(made);
	}, [blob]);
	return (
		<div
			ref={frame}
			className={css.frame}
			data-upright={upright || undefined}
			aria-busy={!url && !content.isError}
		>
			{content.isError && <Failed error={content.error} onRetry={() => void content.refetch()} />}
			{url && <img src={url} alt={alt} />}
		</div>
	);
}
