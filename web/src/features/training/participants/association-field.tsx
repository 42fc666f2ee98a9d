import { useTranslation } from "react-i18next";
import { listAssociations } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useWilayas } from "@/reference/use-reference.ts";
import { Button } from "@/ui/button.tsx";
import field from "@/ui/field.module.css";
import { ErrorText } from "@/ui/field.tsx";
import { Finder, type Found } from "@/ui/finder.tsx";
import { Row } from "@/ui/page.tsx";

interface Props {
	chosen: Found | null;
	onChange: (chosen: Found | null) => void;
	/** Those of these wilayas alone; of all when empty. */
	wilayas: readonly string[];
	error: string | undefined;
}

const NONE: ReadonlySet<string> = new Set();
/** The button that was pressed is gone with the search: what was chosen takes the focus. */
const focus = (chosen: HTMLElement | null) => chosen?.focus();

/** The association somebody comes for: looked for among those that are registered. */
export function AssociationField({ chosen, onChange, wilayas: among, error }: Props) {
	const { t } = useTranslation("training");
	const { text } = useFormat();
	const wilayas = useWilayas();
	const search = async (words: string, signal: AbortSignal) => {
		const { data } = await listAssociations({
			query: {
				q: words,
				limit: 8,
				status: ["verified"],
				...(among.length > 0 ? { wilaya: [...among] } : {}),
			},
			signal,
			throwOnError: true,
		});
		return data.items.map((row) => ({
			id: row.id,
			name: text(row.name),
			note: wilayas.name(row.wilaya_code),
		}));
	};
	if (chosen)
		return (
			<Row>
				<span tabIndex={-1} ref={focus}>
					{t("nominate.association")}
					{t("colon")}{" "}
					<b>
						<bdi>{chosen.name}</bdi>
					</b>{" "}
					<span className="quiet">{chosen.note}</span>
				</span>
				<Button small onPress={() => onChange(null)}>
					{t("nominate.another")}
				</Button>
			</Row>
		);
	return (
		<div>
			<Finder
				label={t("nominate.association")}
				hint={t("nominate.associationHint")}
				of={["training", "associations", ...among]}
				without={NONE}
				addLabel={(name) => t("nominate.choose", { name })}
				action={t("nominate.chooseShort")}
				search={search}
				onAdd={onChange}
			/>
			{error && (
				<span className={field.error}>
					<ErrorText>{error}</ErrorText>
				</span>
			)}
		</div>
	);
}
