import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { listInstitutions } from "@/api/gen/sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Button } from "@/ui/button.tsx";
import { wordOnAny } from "@/ui/code-choice.tsx";
import { Trash } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Card, Fields } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import css from "./form.module.css";
import type { Section } from "./section.ts";

/** Who organises it too, and whom to ask. `own` organises it and is not offered. */
export function PeopleSection({ typed, onChange, said, own }: Section & { own: string }) {
	const { t } = useTranslation(["events", "common"]);
	const { text, compare } = useFormat();
	const list = useQuery({
		queryKey: ["reference", "institutions"],
		queryFn: async ({ signal }) =>
			(await listInstitutions({ query: { limit: 200 }, signal, throwOnError: true })).data.items,
		staleTime: Number.POSITIVE_INFINITY,
	});
	const { coOrganisers } = typed;
	const names = new Map((list.data ?? []).map((one) => [one.id, text(one.name)]));
	const options = [...names]
		.filter(([id]) => id !== own && !coOrganisers.includes(id))
		.map(([id, label]) => ({ id, label }))
		.sort((a, b) => compare(a.label, b.label));
	const words = Object.entries(said).flatMap(([at, word]) => (word ? [[at, word]] : []));
	return (
		<>
			<Card title={t("form.organisers")}>
				{coOrganisers.length > 0 && (
					<ul className={css.chosen}>
						{coOrganisers.map((id) => (
							<li key={id}>
								<bdi>{names.get(id) ?? id}</bdi>
								<Button
									small
									variant="quiet"
									aria-label={t("form.removeOrganiser", { name: names.get(id) ?? id })}
									onPress={() =>
										onChange({ coOrganisers: coOrganisers.filter((one) => one !== id) })
									}
								>
									<Trash size={16} />
								</Button>
							</li>
						))}
					</ul>
				)}
				<NativeSelect
					label={t("form.coOrganiser")}
					note={t("common:state.optional")}
					hint={t("form.coOrganiserHint")}
					empty={t("common:field.choose")}
					options={options}
					value={null}
					onChange={(id) => id && onChange({ coOrganisers: [...coOrganisers, id] })}
					error={wordOnAny(Object.fromEntries(words), "/co_organiser_ids")}
				/>
			</Card>
			<Card title={t("form.contact")}>
				<Fields>
					<TextField
						label={t("form.email")}
						note={t("common:state.optional")}
						hint={t("form.contactHint")}
						type="email"
						dir="ltr"
						value={typed.email}
						onChange={(email) => onChange({ email })}
						error={said["/contact_email"]}
					/>
					<TextField
						label={t("form.phone")}
						note={t("common:state.optional")}
						hint={t("form.contactHint")}
						type="tel"
						dir="ltr"
						value={typed.phone}
						onChange={(phone) => onChange({ phone })}
						error={said["/contact_phone"]}
					/>
				</Fields>
			</Card>
		</>
	);
}
