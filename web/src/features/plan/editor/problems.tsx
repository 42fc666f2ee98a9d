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
	/** Opens the numbering of all stands. */
	onNumber: () => void;
}

/** A stand without a number, as drawings from elsewhere have them all. */
const hasNoNumber = ({ pointer, code }: Fault) =>
	code === "required" && /^\/stands\/\d+\/number$/.test(pointer);

const bare = (words: string) => words.replace(/[\u2066-\u2069]/g, "").toLowerCase();

/** Everything the check says: errors, which keep the plan from being saved, and warnings. */
export function Problems({ plan, faults, onGo, onNumber }: Props) {
	const { t } = useTranslation("plan");
	const nameOf = useThingName(plan);
	const errors = faults.filter(({ severity }) => severity === "error").length;
	const unnumbered = faults.filter(hasNoNumber).length;
	// Many of them are told once, with what numbers them all.
	const told = unnumbered > 1 ? faults.filter((fault) => !hasNoNumber(fault)) : faults;
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
					{told.length < faults.length && (
						<li>
							<span>
								<Badge tone="bad">{t("check.error")}</Badge>{" "}
								{t("check.unnumbered", { count: unnumbered })}
							</span>
							<Button small onPress={onNumber}>
								{t("numbers.title")}
							</Button>
						</li>
					)}
					{told.map(({ code, severity, pointer, detail }) => {
						const key = keyAt(pointer);
						const name = key && exists(plan, key) ? nameOf(key) : null;
						// Some words of the server name it themselves.
						const names = name && bare(detail).includes(bare(name));
						return (
							<li key={`${code} ${pointer} ${detail}`}>
								<span>
									<Badge tone={severity === "error" ? "bad" : "wait"}>
										{t(`check.${severity}`)}
									</Badge>{" "}
									{name && !names && <b>{name}</b>} {isolateCodes(detail)}
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
