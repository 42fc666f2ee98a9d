import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { listAssociations, listInstitutions } from "@/api/gen/sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { ComboBox } from "@/ui/combo-box.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { ROLES } from "./search.ts";

type Role = (typeof ROLES)[number];

export interface BodyChoice {
	role: Role;
	institution_id: string | null;
	association_id: string | null;
}

export const noBody: BodyChoice = { role: "chamber", institution_id: null, association_id: null };

const KINDS: Readonly<Partial<Record<Role, readonly string[]>>> = {
	chamber: ["chamber"],
	national: ["agency", "national_chamber"],
	ministry: ["ministry"],
	admin: ["ministry"],
};

interface Props {
	value: BodyChoice;
	onChange: (value: BodyChoice) => void;
	wrong: Readonly<Record<string, string>>;
}

function Institution({ value, onChange, wrong }: Props) {
	const { t } = useTranslation("administration");
	const { text } = useFormat();
	const kinds = KINDS[value.role];
	const list = useQuery({
		queryKey: ["administration", "institutions"],
		queryFn: async ({ signal }) =>
			(await listInstitutions({ query: { limit: 200 }, signal, throwOnError: true })).data.items,
		staleTime: Number.POSITIVE_INFINITY,
	});
	const options = (list.data ?? [])
		.filter((institution) => !kinds || kinds.includes(institution.kind))
		.map((institution) => ({ id: institution.id, label: text(institution.name) }));
	return (
		<ComboBox
			key={`${value.role}${options.length}`}
			label={t("institution")}
			options={options}
			isDisabled={options.length === 0}
			value={value.institution_id}
			onChange={(id) => onChange({ ...value, institution_id: id })}
			error={wrong["/institution_id"]}
			isRequired
		/>
	);
}

function Association({ value, onChange, wrong }: Props) {
	const { t } = useTranslation("administration");
	const { text } = useFormat();
	const [q, setQ] = useState("");
	const list = useQuery({
		queryKey: ["administration", "associations", q],
		queryFn: async ({ signal }) =>
			(await listAssociations({ query: { q, limit: 20 }, signal, throwOnError: true })).data.items,
		enabled: q.trim().length > 2,
	});
	return (
		<>
			<TextField label={t("associationSearch")} dir="auto" value={q} onChange={setQ} />
			<NativeSelect
				label={t("association")}
				empty="—"
				options={(list.data ?? []).map((row) => ({ id: row.id, label: text(row.name) }))}
				value={value.association_id}
				onChange={(id) => onChange({ ...value, association_id: id })}
				error={wrong["/association_id"]}
				isRequired
			/>
		</>
	);
}

/** A role and the body it is held in. */
export function BodyFields(props: Props) {
	const { t } = useTranslation(["administration", "common"]);
	const { value, onChange, wrong } = props;
	return (
		<>
			<NativeSelect
				label={t("role")}
				options={ROLES.map((id) => ({ id, label: t(`common:role.${id}`) }))}
				value={value.role}
				onChange={(id) =>
					onChange({ ...noBody, role: ROLES.find((role) => role === id) ?? value.role })
				}
				error={wrong["/role"]}
				isRequired
			/>
			{value.role === "association" ? <Association {...props} /> : <Institution {...props} />}
		</>
	);
}
