import { useEffect, useState } from "react";

const HALF_A_MINUTE = 30_000;

/** The present instant, told again twice a minute: for what runs out while one looks at it. */
export function useNow(): number {
	const [now, setNow] = useState(Date.now);
	useEffect(() => {
		const timer = setInterval(() => setNow(Date.now()), HALF_A_MINUTE);
		return () => clearInterval(timer);
	}, []);
	return now;
}
