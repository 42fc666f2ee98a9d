import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { StandCandidate } from "@/api/gen/types.gen.ts";
import { fold } from "@/i18n/fold.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useCraftSectors } from "@/reference/use-reference.ts";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { Lock } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Card } from "@/ui/page.tsx";
import { SearchBox } from "@/ui/search-box.tsx";
import { useLackWords } from "../words/use-lack-words.ts";
import { useNeedWords } from "../words/use-need-words.ts";
import css from "./desk.module.css";
import type { useDrop } from "./use-drop.ts";

const SHOWN = ["all", "unplaced", "placed"] as const;
type Which = (typeof SHOWN)[number];

interface Props {
	candidates: readonly StandCandidate[];
	chosen: string | null;
	onChoose: (application: string) => void;
	source: ReturnType<typeof useDrop>["source"];
}

/** Those with a seat: dragged onto a stand, or chosen here and given one in the form. */
export function Candidates({ candidates, chosen, onChoose, source }: Props) {
	const { t } = useTranslation("plan");
	const { text } = useFormat();
	const sectors = useCraftSectors();
	const needs = useNeedWords();
	const lack = useLackWords();
	const [typed, setTyped] = useState("");
	const [which, setWhich] = useState<Which>("all");
	const wanted = fold(typed);
	const rows = candidates.filter(
		({ association_name: name, stand }) =>
			(which === "all" || (which === "placed") === !!stand) && fold(text(name)).includes(wanted),
	);
	const waiting = candidates.filter(({ stand }) => !stand).length;
	return (
		<Card title={t("candidates.title")}>
			<p className="quiet">{t("candidates.lead")}</p>
			<p role="status">{t("candidates.waiting", { count: waiting })}</p>
			<SearchBox label={t("candidates.search")} value={typed} onSearch={setTyped} />
			<NativeSelect
				label={t("candidates.which")}
				options={SHOWN.map((id) => ({ id, label: t(`candidates.${id}`) }))}
				value={which}
				onChange={(id) => setWhich(SHOWN.find((one) => one === id) ?? "all")}
			/>
			{rows.length === 0 && <p className="quiet">{t("candidates.none")}</p>}
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
			<ul className={css.candidates} aria-label={t("candidates.title")} tabIndex={0}>
				{rows.map((row) => (
					<li
						key={row.application_id}
						data-chosen={chosen === row.application_id || undefined}
						{...source(row.application_id)}
					>
						<div>
							<b>
								<bdi>{text(row.association_name)}</bdi>
							</b>
							<p className="quiet">{row.craft_sectors.map(sectors.name).join(t("separator"))}</p>
							<p className="quiet">{needs(row)}</p>
							{row.wishes && (
								<p className="quiet">
									<bdi>{row.wishes}</bdi>
								</p>
							)}
						</div>
						<div className={css.place}>
							<Badge tone={row.stand ? (row.lacks.length > 0 ? "wait" : "good") : "calm"}>
								{row.stand ? t("named.stand", { name: row.stand }) : t("candidates.without")}
							</Badge>
							{row.stand && row.lacks.length > 0 && (
								<span>{row.lacks.map(lack).join(t("separator"))}</span>
							)}
							{row.locked && (
								<span className={css.locked}>
									<Lock size={14} />
									{t("stands.locked")}
								</span>
							)}
							<Button
								small
								aria-pressed={chosen === row.application_id}
								aria-label={t("candidates.chooseOne", { name: text(row.association_name) })}
								onPress={() => onChoose(row.application_id)}
							>
								{t("things.choose")}
							</Button>
						</div>
					</li>
				))}
			</ul>
		</Card>
	);
}
