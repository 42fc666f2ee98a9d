import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { listAssociations, listInstitutions } from "@/api/gen/sdk.gen.ts";
import type { Grant } from "@/api/gen/types.gen.ts";
import { useUser } from "@/auth/session.ts";
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

/** Roles that each role may invite people to, the likeliest first; the server decides. */
const INVITES: Readonly<Record<Role, readonly Role[]>> = {
	association: ["association"],
	trainer: [],
	chamber: ["trainer", "association"],
	national: ["national", "trainer"],
	ministry: ["chamber", "national", "ministry"],
	admin: ROLES,
};

export const invitedBy = (acting: Grant | null | undefined): readonly Role[] =>
	acting ? INVITES[acting.role] : [];

/** Whether people are invited into one's own institution only. */
const staysInside = (acting: Grant | null | undefined) =>
	acting?.role === "chamber" || acting?.role === "national";

/** A role with the body it can only be held in, where there is but one. */
export const bodyFor = (acting: Grant | null | undefined, role: Role): BodyChoice => ({
	role,
	institution_id:
		role !== "association" && staysInside(acting) ? (acting?.institution_id ?? null) : null,
	association_id: role === "association" ? (acting?.association_id ?? null) : null,
});

const KINDS: Readonly<Partial<Record<Role, readonly string[]>>> = {
	chamber: ["chamber"],
	national: ["agency", "national_chamber"],
	ministry: ["ministry"],
};

/** The word of a role; what is none stays as it is. */
export function useRoleWord() {
	const { t } = useTranslation("common");
	return (code: string) => {
		const role = ROLES.find((one) => one === code);
		return role ? t(`role.${role}`) : code;
	};
}

interface Props {
	/** Roles to choose from. */
	roles: readonly Role[];
	value: BodyChoice;
	onChange: (value: BodyChoice) => void;
	wrong: Readonly<Record<string, string>>;
}

function Institution({ value, onChange, wrong }: Props) {
	const { t } = useTranslation("administration");
	const { text } = useFormat();
	const kinds = KINDS[value.role];
	const own = useUser()?.acting;
	const list = useQuery({
		queryKey: ["administration", "institutions"],
		queryFn: async ({ signal }) =>
			(await listInstitutions({ query: { limit: 200 }, signal, throwOnError: true })).data.items,
		staleTime: Number.POSITIVE_INFINITY,
	});
	const options = (list.data ?? [])
		.filter(({ id, kind }) =>
			staysInside(own) ? id === own?.institution_id : !kinds || kinds.includes(kind),
		)
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
	const own = useUser()?.acting;
	const [q, setQ] = useState("");
	const list = useQuery({
		queryKey: ["administration", "associations", q],
		queryFn: async ({ signal }) =>
			(await listAssociations({ query: { q, limit: 20 }, signal, throwOnError: true })).data.items,
		enabled: q.trim().length > 2,
	});
	const options = (list.data ?? []).map((row) => ({ id: row.id, label: text(row.name) }));
	if (own?.association_id && !options.some(({ id }) => id === own.association_id)) {
		options.unshift({ id: own.association_id, label: text(own.body_name) });
	}
	return (
		<>
			<TextField label={t("associationSearch")} dir="auto" value={q} onChange={setQ} />
			<NativeSelect
				label={t("association")}
				empty="—"
				options={options}
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
	const { roles, value, onChange, wrong } = props;
	const own = useUser()?.acting;
	return (
		<>
			<NativeSelect
				label={t("role")}
				options={roles.map((id) => ({ id, label: t(`common:role.${id}`) }))}
				value={value.role}
				onChange={(id) => onChange(bodyFor(own, roles.find((role) => role === id) ?? value.role))}
				error={wrong["/role"]}
				isRequired
			/>
			{value.role === "association" ? (
				<Association {...props} />
			) : (
				// Administrators serve the platform, not a body.
				value.role !== "admin" && <Institution {...props} />
			)}
		</>
	);
}
