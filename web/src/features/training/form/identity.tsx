import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Language } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import field from "@/ui/field.module.css";
import { ErrorText } from "@/ui/field.tsx";
import { NameAndDescription } from "@/ui/name-and-description.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Card } from "@/ui/page.tsx";
import { taughtQuery } from "../queries.ts";
import css from "./form.module.css";
import type { Section } from "./section.ts";

/** Which course, under what name, in which languages. The course stays what it was. */
export function Identity({
	typed,
	onChange,
	said,
	fixed,
}: Section & { fixed: string | undefined }) {
	const { t } = useTranslation(["training", "common"]);
	const { text } = useFormat();
	const courses = useQuery(taughtQuery).data ?? [];
	return (
		<Card title={t("form.identity")}>
			{fixed ? (
				<p>
					{t("course")}
					{t("colon")} <bdi>{fixed}</bdi>
				</p>
			) : (
				<NativeSelect
					label={t("course")}
					hint={t("form.courseHint")}
					empty={t("common:field.choose")}
					options={courses.map(({ id, name }) => ({ id, label: text(name) }))}
					value={typed.course}
					onChange={(course) => onChange({ course })}
					error={said["/course_id"]}
					isRequired
				/>
			)}
			<NameAndDescription
				nameLabel={t("form.name")}
				descriptionLabel={t("form.description")}
				typed={typed}
				onChange={onChange}
				said={said}
			/>
			<fieldset>
				<legend className={field.label}>{t("cohort.languages")}</legend>
				<div className={css.boxes}>
					{Object.values(Language).map((id) => (
						<Checkbox
							key={id}
							isSelected={typed.languages.includes(id)}
							onChange={(on) =>
								onChange({
									languages: on
										? [...typed.languages, id]
										: typed.languages.filter((one) => one !== id),
								})
							}
						>
							{t(`form.language.${id}`)}
						</Checkbox>
					))}
				</div>
				{said["/languages"] && (
					<span className={field.error}>
						<ErrorText>{said["/languages"]}</ErrorText>
					</span>
				)}
			</fieldset>
		</Card>
	);
}
