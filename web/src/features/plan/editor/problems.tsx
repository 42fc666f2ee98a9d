import { useTranslation } from "react-i18next";
import { isolateCodes } from "@/i18n/format.ts";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card } from "@/ui/page.tsx";
import type { Fault } from "../shape/faults.ts";
import type { Plan } from "../shape/plan.ts";
import { exists, type Key, keyAt } from "../shape/refs.ts";
import { useThingName } from "../words/use-thing-name.ts";
import css from "./editor.module.css";

interface Props {
	plan: Plan;
	faults: readonly Fault[];
	onGo: (key: Key) => void;
}

/** Everything the check says: errors, which keep the plan from being saved, and warnings. */
export function Problems({ plan, faults, onGo }: Props) {
	const { t } = useTranslation("plan");
	const nameOf = useThingName(plan);
	const errors = faults.filter(({ severity }) => severity === "error").length;
	return (
		<Card title={t("check.title")}>
			<div role="status">
				{faults.length === 0 ? (
					<Notice tone="good" title={t("check.none")} />
				) : (
					<p>
						{t(errors > 0 ? "check.counts" : "check.warned", {
							errors,
							warnings: faults.length - errors,
						})}
					</p>
				)}
			</div>
			{faults.length > 0 && (
				<ul className={css.problems}>
					{faults.map(({ code, severity, pointer, detail }) => {
						const key = keyAt(pointer);
						const name = key && exists(plan, key) ? nameOf(key) : null;
						return (
							<li key={`${code} ${pointer} ${detail}`}>
								<span>
									<Badge tone={severity === "error" ? "bad" : "wait"}>
										{t(`check.${severity}`)}
									</Badge>{" "}
									{name && <b>{name}</b>} {isolateCodes(detail)}
								</span>
								{key && name && (
									<Button small aria-label={t("check.goTo", { name })} onPress={() => onGo(key)}>
										{t("check.go")}
									</Button>
								)}
							</li>
						);
					})}
				</ul>
			)}
		</Card>
	);
}
