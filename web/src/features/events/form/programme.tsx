import { useTranslation } from "react-i18next";
import { noNames } from "@/i18n/names.ts";
import { DateField } from "@/ui/date-field.tsx";
import { Card } from "@/ui/page.tsx";
import { withoutRow, withRow } from "@/ui/row-list.ts";
import { RowGroup, Rows } from "@/ui/rows.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { TextInThree } from "@/ui/text-in-three.tsx";
import css from "./form.module.css";
import type { Section } from "./section.ts";

/** What happens during it. A new item begins on the day of the last one. */
export function ProgrammeSection({ typed, onChange, said }: Section) {
	const { t } = useTranslation(["events", "common"]);
	const { programme, startsOn } = typed;
	const add = () =>
		onChange({
			programme: [
				...programme,
				{ on: programme.at(-1)?.on ?? startsOn, from: "", until: "", title: noNames },
			],
		});
	return (
		<Card title={t("form.programme")}>
			<Rows lead={t("form.programmeLead")} add={t("form.addEntry")} onAdd={add}>
				{programme.map((row, index) => {
					const set = (patch: Partial<typeof row>) =>
						onChange({ programme: withRow(programme, index, patch) });
					const at = `/programme/${index}`;
					return (
						<RowGroup
							// biome-ignore lint/suspicious/noArrayIndexKey: an item has no other name while it is typed
							key={index}
							legend={t("form.entry", { number: index + 1 })}
							onRemove={() => onChange({ programme: withoutRow(programme, index) })}
						>
							<TextInThree
								label={t("form.entryTitle")}
								value={row.title}
								onChange={(title) => set({ title })}
								said={said}
								at={`${at}/title`}
								isRequired
								folded
							/>
							<div className={css.times}>
								<DateField
									label={t("form.entryOn")}
									value={row.on}
									onChange={(on) => set({ on })}
									error={said[`${at}/on`]}
									isRequired
								/>
								<TextField
									label={t("form.entryFrom")}
									note={t("common:state.optional")}
									dir="ltr"
									placeholder="10:00"
									autoComplete="off"
									value={row.from}
									onChange={(from) => set({ from })}
									error={said[`${at}/from`]}
								/>
								<TextField
									label={t("form.entryUntil")}
									note={t("common:state.optional")}
									dir="ltr"
									placeholder="11:30"
									autoComplete="off"
									value={row.until}
									onChange={(until) => set({ until })}
									error={said[`${at}/until`]}
								/>
							</div>
						</RowGroup>
					);
				})}
			</Rows>
		</Card>
	);
}
