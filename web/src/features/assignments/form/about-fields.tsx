import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Cohort } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { MomentField } from "@/ui/moment-field.tsx";
import { NameAndDescription } from "@/ui/name-and-description.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Card } from "@/ui/page.tsx";
import type { SectionOf } from "@/ui/section.ts";
import { modulesQuery } from "../queries.ts";
import { TOOLS } from "../tools.ts";
import { type AssignmentTyped, ofModule } from "./values.ts";

interface Props extends SectionOf<AssignmentTyped> {
	cohort: Cohort;
	/** The tool stays. */
	fixed: boolean;
}

/** What is to be done, with which tool, until when. */
export function AboutFields({ typed, said, onChange, cohort, fixed }: Props) {
	const { t } = useTranslation(["assignments", "common"]);
	const { text } = useFormat();
	const modules = useQuery(modulesQuery(cohort.course_id, cohort.course_number));
	return (
		<Card title={t("about.title")}>
			<NativeSelect
				label={t("moduleLabel")}
				note={t("common:state.optional")}
				hint={t("form.moduleHint")}
				empty={t("form.noModule")}
				options={(modules.data ?? []).map(({ code, title }) => ({
					id: code,
					label: text(title),
				}))}
				value={typed.module}
				onChange={(code) =>
					onChange(
						ofModule(
							typed,
							modules.data?.find((one) => one.code === code),
						),
					)
				}
				error={said["/module"]}
			/>
			<NameAndDescription
				nameLabel={t("form.name")}
				descriptionLabel={t("form.description")}
				typed={typed}
				onChange={onChange}
				said={said}
			/>
			<NativeSelect
				label={t("toolLabel")}
				hint={t("form.toolHint")}
				empty={t("common:field.choose")}
				options={TOOLS.map((id) => ({ id, label: t(`tool.${id}`) }))}
				value={typed.tool}
				onChange={(id) => onChange({ tool: TOOLS.find((one) => one === id) ?? null })}
				error={said["/tool"]}
				isRequired
				isDisabled={fixed}
			/>
			<MomentField
				label={t("form.dueOn")}
				timeLabel={t("form.dueAt")}
				day={typed.dueOn}
				time={typed.dueAt}
				onDay={(dueOn) => onChange({ dueOn })}
				onTime={(dueAt) => onChange({ dueAt })}
				said={said}
				at="/due_at"
			/>
		</Card>
	);
}
