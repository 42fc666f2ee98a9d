import { useTranslation } from "react-i18next";
import { listAssociations } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useWilayas } from "@/reference/use-reference.ts";
import { Button } from "@/ui/button.tsx";
import { Finder } from "@/ui/finder.tsx";
import { Trash } from "@/ui/icons.tsx";
import css from "./chosen.module.css";
import { useAssociationNames } from "./use-association-names.ts";

export type NamesById = Readonly<Record<string, string>>;

interface Props {
	/** What the list of those chosen is called. */
	listLabel: string;
	findLabel: string;
	hint?: string;
	ids: readonly string[];
	/** Names of those added here; of others the server is asked. */
	names: NamesById;
	onChange: (ids: string[], names: NamesById) => void;
	/** As many as there may be; any number when absent. */
	most?: number;
	error?: string | undefined;
}

/** Associations named one by one: those chosen, and a search among all of them. */
export function AssociationsField(props: Props) {
	const { listLabel, findLabel, hint, ids, names, onChange, most, error } = props;
	const { t } = useTranslation("applications");
	const { text } = useFormat();
	const wilayas = useWilayas();
	const name = useAssociationNames(ids, names);
	const search = async (words: string, signal: AbortSignal) => {
		const query = { q: words, limit: 10 };
		const { data } = await listAssociations({ query, signal, throwOnError: true });
		return data.items.map((row) => ({
			id: row.id,
			name: text(row.name),
			note: wilayas.name(row.wilaya_code),
		}));
	};
	return (
		<>
			{ids.length > 0 && (
				<ul className={css.chosen} aria-label={listLabel}>
					{ids.map((id) => (
						<li key={id}>
							<bdi>{name(id)}</bdi>
							<Button
								small
								variant="quiet"
								aria-label={t("review.removeInterest", { name: name(id) })}
								onPress={() =>
									onChange(
										ids.filter((one) => one !== id),
										names,
									)
								}
							>
								<Trash size={16} />
							</Button>
						</li>
					))}
				</ul>
			)}
			{error && <p role="alert">{error}</p>}
			{(most === undefined || ids.length < most) && (
				<Finder
					label={findLabel}
					{...(hint ? { hint } : {})}
					of={["associations", "found"]}
					without={new Set(ids)}
					addLabel={(one) => t("review.addInterest", { name: one })}
					search={search}
					onAdd={(one) => onChange([...ids, one.id], { ...names, [one.id]: one.name })}
				/>
			)}
		</>
	);
}
