import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { LearningGain } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Card, Facts } from "@/ui/page.tsx";
import { useWords } from "../use-words.ts";
import { useUnknown } from "./use-unknown.tsx";

const BASIS = 10_000;

/** What the course brought: of those who sat both tests. */
export function Gain({ gain }: { gain: LearningGain }) {
	const { t } = useTranslation("exams");
	const { number } = useFormat();
	const words = useWords();
	const unknown = useUnknown();
	const said = <T,>(figure: string, value: T | null | undefined, say: (value: T) => ReactNode) =>
		value == null ? unknown(gain.unknown, figure) : say(value);
	const signed = (value: number) => (
		<span className="ltr">
			{number(value / 100, { signDisplay: "exceptZero", maximumFractionDigits: 2 })}
		</span>
	);
	return (
		<Card title={t("gain.title")}>
			<Facts
				items={[
					{ label: t("gain.both"), value: number(gain.both) },
					{
						label: t("gain.before"),
						value: said("mean_before", gain.mean_before, words.score),
					},
					{ label: t("gain.after"), value: said("mean_after", gain.mean_after, words.score) },
					{ label: t("gain.difference"), value: said("difference", gain.difference, signed) },
					{
						label: t("gain.gain"),
						value: said("gain", gain.gain, (value) =>
							[
								number(value / BASIS, { style: "percent", maximumFractionDigits: 0 }),
								gain.band && t(`gainBand.${gain.band}`),
							]
								.filter(Boolean)
								.join(" · "),
						),
					},
					{ label: t("gain.fell"), value: number(gain.fell) },
					{ label: t("gain.onlyBefore"), value: number(gain.only_before) },
					{ label: t("gain.onlyAfter"), value: number(gain.only_after) },
				]}
			/>
			<p className="quiet">{t("gain.explained")}</p>
		</Card>
	);
}
