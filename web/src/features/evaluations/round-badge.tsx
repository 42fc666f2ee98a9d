import { useTranslation } from "react-i18next";
import type { RoundState } from "@/api/gen/types.gen.ts";
import { Badge, type Tone } from "@/ui/badge.tsx";

type State = RoundState | "handedIn";

const TONE: Readonly<Record<State, Tone>> = {
	upcoming: "wait",
	open: "note",
	closed: "calm",
	handedIn: "good",
};

/** Where a round stands. */
export function RoundBadge({ state }: { state: State }) {
	const { t } = useTranslation("evaluations");
	return <Badge tone={TONE[state]}>{t(`state.${state}`)}</Badge>;
}
