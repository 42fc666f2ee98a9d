import { useTranslation } from "react-i18next";
import type { ApplicationStatus, Call, Decision } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { usePoints } from "./use-points.ts";

interface Decided {
	status: ApplicationStatus;
	score?: number | null | undefined;
	decision: Decision;
}

/**
 * What was decided about an application and why, for those who read it of somebody else: the server’s own words speak to the
 * association.
 */
export function useDecisionWords(call: Pick<Call, "quotas" | "least_points"> | null) {
	const { t } = useTranslation("decision");
	const { text, number, date } = useFormat();
	const points = usePoints();
	const quota = (code: string) => {
		const found = call?.quotas?.find((one) => one.code === code);
		return found ? text(found.name) : code;
	};
	return ({ status, score, decision }: Decided): string => {
		const { place, lists, behind_score: behind, under } = decision;
		const own = points(score) ?? "";
		const said: string[] = [];
		if (status === "refused")
			said.push(t("refused", { score: own, least: number(call?.least_points ?? 0) }));
		else if (place != null && (status === "waiting" || status === "withdrawn")) {
			said.push(t("waits", { place: number(place) }));
			for (const list of lists)
				said.push(t("onList", { quota: quota(list.quota), place: number(list.place) }));
			if (behind != null) said.push(t("behind", { last: points(behind) ?? "", score: own }));
		} else {
			said.push(under ? t("under", { quota: quota(under) }) : t("open"));
			if (decision.moved_up) said.push(t("movedUp"));
		}
		if (decision.by_lottery) said.push(t("lottery"));
		if (decision.given_back_at)
			said.push(
				t(place == null ? "givenBack" : "offTheList", { day: date(decision.given_back_at) }),
			);
		return said.join(" ");
	};
}
