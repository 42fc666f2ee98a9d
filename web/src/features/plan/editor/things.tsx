import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import { Button } from "@/ui/button.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Card, Row } from "@/ui/page.tsx";
import { Pager } from "@/ui/pager.tsx";
import type { Fault } from "../shape/faults.ts";
import { areaOf } from "../shape/geometry.ts";
import { type Key, KINDS, type Kind, keysOf, outlineOf, refOf } from "../shape/refs.ts";
import { useServiceWords } from "../words/use-service-words.ts";
import { useThingName } from "../words/use-thing-name.ts";
import type { Editor } from "./use-editor.ts";

const PER_PAGE = 25;
const STATES = { error: "wrong", warning: "warned", fine: "right" } as const;

interface Props {
	editor: Editor;
	told: ReadonlyMap<Key, Fault["severity"]>;
	onShow: (key: Key) => void;
}

/** Everything that is drawn as a table: chosen from here, it is changed beside, without a pointer. */
export function Things({ editor, told, onShow }: Props) {
	const { t } = useTranslation(["plan", "common"]);
	const { number } = useFormat();
	const nameOf = useThingName(editor.plan);
	const services = useServiceWords();
	const [kind, setKind] = useState<Kind>("stand");
	const [page, setPage] = useState(0);
	const { plan, chosen } = editor;
	const keys = keysOf(plan, kind);
	const from = Math.min(page, Math.max(0, Math.ceil(keys.length / PER_PAGE) - 1)) * PER_PAGE;
	const rows = keys.slice(from, from + PER_PAGE);
	const area = (key: Key) => {
		const ref = refOf(key);
		const outline = ref && outlineOf(plan, ref);
		return outline ? t("squareMetres", { area: number(areaOf(outline) / 10_000) }) : "–";
	};
	const about = (key: Key) => {
		const ref = refOf(key);
		const stand = ref?.kind === "stand" ? plan.stands[ref.at] : undefined;
		return stand ? services(stand) : "";
	};
	return (
		<Card title={t("things.title")}>
			<Row>
				<NativeSelect
					label={t("things.kind")}
					options={KINDS.map((one) => ({
						id: one,
						label: t("things.counted", {
							kind: t(`kinds.${one}`),
							number: keysOf(plan, one).length,
						}),
					}))}
					value={kind}
					onChange={(id) => {
						setKind(KINDS.find((one) => one === id) ?? "stand");
						setPage(0);
					}}
				/>
				{kind === "stand" && keys.length > 0 && (
					<Button small onPress={() => editor.choose(keys)}>
						{t("things.all")}
					</Button>
				)}
			</Row>
			{keys.length === 0 ? (
				<p className="quiet">{t("things.none")}</p>
			) : (
				<>
					<DataTable
						label={t(`kinds.${kind}`)}
						rows={rows}
						rowKey={(key) => key}
						columns={[
							{ id: "name", header: t("things.name"), cell: (key) => nameOf(key) },
							{ id: "area", header: t("things.area"), numeric: true, cell: area },
							{ id: "about", header: t("things.about"), cell: about },
							{
								id: "state",
								header: t("things.state"),
								cell: (key) => t(`things.${STATES[told.get(key) ?? "fine"]}`),
							},
							{
								id: "choose",
								header: t("things.choose"),
								bare: true,
								cell: (key) => (
									<Row>
										<Button
											small
											aria-pressed={chosen.includes(key)}
											aria-label={t("things.chooseOne", { name: nameOf(key) })}
											onPress={() => {
												editor.choose([key]);
												onShow(key);
											}}
										>
											{t("things.choose")}
										</Button>
										<Button
											small
											variant="quiet"
											aria-pressed={chosen.includes(key)}
											aria-label={t("things.alsoOne", { name: nameOf(key) })}
											onPress={() => editor.toggle(key)}
										>
											{t(chosen.includes(key) ? "things.not" : "things.also")}
										</Button>
									</Row>
								),
							},
						]}
					/>
					{keys.length > PER_PAGE && (
						<Pager
							range={t("common:page.range", {
								from: from + 1,
								to: from + rows.length,
								total: keys.length,
							})}
							onPrevious={from > 0 ? () => setPage(page - 1) : undefined}
							onNext={from + PER_PAGE < keys.length ? () => setPage(page + 1) : undefined}
						/>
					)}
				</>
			)}
		</Card>
	);
}
