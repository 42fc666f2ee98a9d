import { useTranslation } from "react-i18next";
import type { ActivityProgress, WorkMeasure } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { isOtherwise, reachedOf } from "./measure.ts";
import { useList } from "./use-list.ts";

/** How work is measured and how far it is, in the same words wherever it is said. */
export function useMeasure() {
	const { t } = useTranslation("workshop");
	const { number, text } = useFormat();
	const list = useList();
	const round = (value: number) => number(Math.round(value * 100) / 100);
	const percent = (value: number | null | undefined) => t("percent", { value: round(value ?? 0) });
	/** "12 of 40 pieces". */
	const units = (done: number, measure: WorkMeasure) =>
		t(measure.unit ? "measure.unitsOf" : "measure.plainUnitsOf", {
			done: round(done),
			planned: round(measure.units_planned ?? 0),
			unit: measure.unit,
		});
	/** "40 pieces". */
	const total = (measure: WorkMeasure) => {
		const planned = round(measure.units_planned ?? 0);
		return measure.unit ? t("measure.brief.units", { planned, unit: measure.unit }) : planned;
	};
	const brief = (measure: WorkMeasure | null | undefined) => {
		switch (measure?.method) {
			case "units":
				return measure.unit
					? total(measure)
					: t("measure.brief.plainUnits", { planned: total(measure) });
			case "milestones":
				return t("measure.brief.milestones", { count: measure.steps?.length ?? 0 });
			case "zero_hundred":
			case "fifty_fifty":
				return t(`measure.brief.${measure.method}`);
			default:
				return t("measure.brief.percent");
		}
	};
	/** What was reported. A report that was written under another measure is told in per cent. */
	const reported = (measure: WorkMeasure | null | undefined, said: ActivityProgress) => {
		const share = said.percent ?? 0;
		const known = (what: string) => t("measure.reported", { what, percent: percent(share) });
		if (!measure || isOtherwise(measure, said)) return percent(share);
		switch (measure.method) {
			case "units":
				return known(units(said.units ?? 0, measure));
			case "milestones": {
				const steps = reachedOf(measure, said).map(({ name }) => text(name));
				return known(steps.length > 0 ? list(steps) : t("measure.noStep"));
			}
			case "zero_hundred":
			case "fifty_fifty": {
				const begun = share > 0 || !!said.actual_start;
				return known(t(`measure.state.${share === 100 ? "done" : begun ? "begun" : "none"}`));
			}
			default:
				return percent(share);
		}
	};
	return { brief, reported, total, percent };
}
