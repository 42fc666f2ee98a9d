import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BankQuestionSummary } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { fold } from "@/i18n/fold.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Button, buttonClass } from "@/ui/button.tsx";
import { Plus } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { Row } from "@/ui/page.tsx";
import { SearchBox } from "@/ui/search-box.tsx";
import { modulesQuery } from "../queries.ts";
import { KINDS } from "../search.ts";
import { useWords } from "../use-words.ts";
import { drawn } from "./draw.ts";
import css from "./exam.module.css";

interface Props {
	course: string;
	cohort: string;
	bank: ReadonlyMap<string, BankQuestionSummary>;
	chosen: readonly string[];
	busy: boolean;
	onAdd: (ids: string[]) => void;
}

/** Questions shown at once; more are found by narrowing. */
const SHOWN = 20;

/** Questions of the bank to add to a test: one by one, or so many drawn among those that fit. */
export function Picker({ course, cohort, bank, chosen, busy, onAdd }: Props) {
	const { t } = useTranslation(["exams", "common"]);
	const { text } = useFormat();
	const words = useWords();
	const user = useUser();
	const modules = useQuery(modulesQuery(course));
	const [search, setSearch] = useState({ q: "", module: "", kind: "" });
	const [count, setCount] = useState<number | null>(5);
	const set = (patch: Partial<typeof search>) => setSearch({ ...search, ...patch });
	const wanted = fold(search.q);
	const fitting = [...bank.values()].filter(
		(one) =>
			one.status === "active" &&
			!chosen.includes(one.id) &&
			(!search.module || one.module === search.module) &&
			(!search.kind || one.kind === search.kind) &&
			(!wanted ||
				fold([one.text.ar, one.text.fr, one.text.en].filter(Boolean).join(" ")).includes(wanted)),
	);
	const draw = Math.min(count ?? 0, fitting.length);
	return (
		<section className={css.picker} aria-label={t("picker.title")}>
			<h3>{t("picker.title")}</h3>
			<div className={css.search}>
				<SearchBox label={t("bank.search")} value={search.q} onSearch={(q) => set({ q })} />
				<NativeSelect
					label={t("bank.module")}
					empty={t("bank.allModules")}
					options={(modules.data ?? []).map(({ code, title }) => ({
						id: code,
						label: text(title),
					}))}
					value={search.module}
					onChange={(module) => set({ module: module ?? "" })}
				/>
				<NativeSelect
					label={t("bank.kind")}
					empty={t("bank.allKinds")}
					options={KINDS.map((id) => ({ id, label: t(`questionKind.${id}`) }))}
					value={search.kind}
					onChange={(kind) => set({ kind: kind ?? "" })}
				/>
			</div>
			<p role="status">{t("picker.found", { count: fitting.length })}</p>
			<ul className={css.found}>
				{fitting.slice(0, SHOWN).map((one) => {
					const name = text(one.text);
					return (
						<li key={one.id}>
							<span className={css.name}>
								<bdi>{name}</bdi>
								<span className="quiet">
									{t(`questionKind.${one.kind}`)} · {words.points(one.points)}
								</span>
							</span>
							<Button
								small
								isPending={busy}
								aria-label={t("picker.addOf", { name })}
								onPress={() => onAdd([one.id])}
							>
								<Plus size={16} />
								{t("common:action.add")}
							</Button>
						</li>
					);
				})}
			</ul>
			{fitting.length > SHOWN && <p className="quiet">{t("picker.more", { count: SHOWN })}</p>}
			<div className={css.draw}>
				<NumberField
					label={t("picker.draw")}
					hint={t("picker.drawHint")}
					value={count}
					onChange={setCount}
				/>
				<Row>
					<Button
						isPending={busy}
						isDisabled={draw === 0}
						onPress={() => onAdd(drawn(fitting, draw).map(({ id }) => id))}
					>
						{t("picker.drawNow")}
					</Button>
					{can(user, "create_question") && (
						<Link to="/questions/new" search={{ course, cohort }} className={buttonClass("quiet")}>
							{t("question.new")}
						</Link>
					)}
				</Row>
			</div>
		</section>
	);
}
