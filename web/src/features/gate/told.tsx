import { useTranslation } from "react-i18next";
import type { EventBadge } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useClock } from "@/reference/device/use-clock.ts";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import type { Passage } from "./entries.ts";
import css from "./gate.module.css";

/** What became of the last reading. */
export type Told =
	| { what: "passed" | "same"; direction: Passage; before: EventBadge }
	| { what: "choose"; before: EventBadge }
	| { what: "unknown"; code: string }
	| { what: "several" | "nothing" };

/** What was known of somebody before they passed. */
function useBefore() {
	const { t } = useTranslation("gate");
	const clock = useClock();
	return (direction: Passage, { inside, first_in_at, last_at }: EventBadge) => {
		if (direction === "out") return inside ? undefined : t("told.wasOutside");
		if (inside && last_at) return t("told.wasInside", { time: clock(last_at) });
		return first_in_at ? t("told.before", { time: clock(first_in_at) }) : t("told.first");
	};
}

function Passed({ told }: { told: Extract<Told, { direction: Passage }> }) {
	const { t } = useTranslation("gate");
	const { text } = useFormat();
	const say = useBefore();
	const { what, direction, before } = told;
	const known = what === "passed" ? say(direction, before) : undefined;
	const odd = what === "same" || before.inside === (direction === "in");
	return (
		<Notice
			tone={odd ? "warn" : "good"}
			title={t(what === "same" ? "told.same" : `told.${direction}`, { name: before.name })}
		>
			<p>
				<bdi>{text(before.association_name)}</bdi>
				{before.stand && ` · ${t("stand", { number: before.stand })}`}
			</p>
			{known && <p>{known}</p>}
		</Notice>
	);
}

interface Props {
	told?: Told;
	/** Records a code that is not on the list, where entries are taken. */
	onAnyway: ((code: string) => void) | undefined;
}

/** The answer to the last reading, at once and aloud. */
export function Answer({ told, onAnyway }: Props) {
	const { t } = useTranslation("gate");
	return (
		<div className={css.told} role="status" aria-live="polite">
			{told && "direction" in told && <Passed told={told} />}
			{told?.what === "choose" && (
				<Notice tone="info" title={t("told.choose", { name: told.before.name })} />
			)}
			{(told?.what === "several" || told?.what === "nothing") && (
				<Notice tone="info" title={t(`told.${told.what}`)} />
			)}
			{told?.what === "unknown" && (
				<Notice tone="bad" title={t("told.unknown", { code: told.code })}>
					{onAnyway && (
						<>
							<p>{t("told.unknownDetail")}</p>
							<div>
								<Button small onPress={() => onAnyway(told.code)}>
									{t("told.anyway")}
								</Button>
							</div>
						</>
					)}
				</Notice>
			)}
		</div>
	);
}
