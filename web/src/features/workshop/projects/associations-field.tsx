import { useTranslation } from "react-i18next";
import { listAssociations } from "@/api/gen/workshop-sdk.gen.ts";
import type { LocalText } from "@/i18n/format.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useWilayas } from "@/reference/use-reference.ts";
import { Button } from "@/ui/button.tsx";
import field from "@/ui/field.module.css";
import { ErrorText } from "@/ui/field.tsx";
import { Finder } from "@/ui/finder.tsx";
import { Trash } from "@/ui/icons.tsx";
import css from "../workshop.module.css";

export interface Partner {
	id: string;
	name: LocalText;
}

/** As many as take part beside the one a project belongs to. */
const MOST = 20;

interface Props {
	chosen: readonly Partner[];
	/** The association of the project, once there is one. */
	owner: string | undefined;
	onChange: (chosen: readonly Partner[]) => void;
	error: string | undefined;
}

/** Associations that carry a project together: its members see it, and its team says who may change it. */
export function AssociationsField({ chosen, owner, onChange, error }: Props) {
	const { t } = useTranslation(["workshop", "common"]);
	const { text } = useFormat();
	const wilayas = useWilayas();
	const search = async (words: string, signal: AbortSignal) => {
		const query = { q: words, limit: 8, status: ["verified" as const] };
		const { data } = await listAssociations({ query, signal, throwOnError: true });
		return data.items.map((row) => ({
			id: row.id,
			name: text(row.name),
			note: wilayas.name(row.wilaya_code),
		}));
	};
	const taken = new Set([...chosen.map(({ id }) => id), ...(owner ? [owner] : [])]);
	return (
		<fieldset className={css.associations}>
			<legend className={field.label}>
				{t("field.partners")}
				<span className={field.note}> ({t("common:state.optional")})</span>
			</legend>
			{chosen.length > 0 && (
				<ul className={css.team} aria-label={t("field.partners")}>
					{chosen.map((one) => (
						<li key={one.id}>
							<bdi>{text(one.name)}</bdi>
							<Button
								small
								variant="quiet"
								aria-label={t("field.partnerRemove", { name: text(one.name) })}
								onPress={() => onChange(chosen.filter(({ id }) => id !== one.id))}
							>
								<Trash size={16} />
							</Button>
						</li>
					))}
				</ul>
			)}
			{error && (
				<span className={field.error} tabIndex={-1} data-wrong>
					<ErrorText>{error}</ErrorText>
				</span>
			)}
			{chosen.length < MOST && (
				<Finder
					label={t("field.partnerFind")}
					hint={t("field.partnersHint")}
					of={["associations", "verified", "found"]}
					without={taken}
					addLabel={(name) => t("field.partnerAdd", { name })}
					search={search}
					onAdd={({ id, name }) => onChange([...chosen, { id, name: { ar: name } }])}
				/>
			)}
		</fieldset>
	);
}
