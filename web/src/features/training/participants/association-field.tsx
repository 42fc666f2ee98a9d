import { useRef } from "react";
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
/** The button that was pressed is gone: what was chosen takes the focus, or the search that came in its place. */
const focus = (chosen: HTMLElement | null) => chosen?.focus();
const focusField = (part: HTMLElement | null) => part?.querySelector("input")?.focus();

/** The association somebody comes for: looked for among those that are registered. */
export function AssociationField({ chosen, onChange, wilayas: among, error }: Props) {
	const { t } = useTranslation("training");
	const { text } = useFormat();
	const wilayas = useWilayas();
	const pressed = useRef(false);
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
	const wrong = error && (
		<span className={field.error} tabIndex={-1} data-wrong>
			<ErrorText>{error}</ErrorText>
		</span>
	);
	if (chosen)
		return (
			<div>
				<Row>
					<span tabIndex={-1} ref={pressed.current ? focus : null}>
						{t("nominate.association")}
						{t("colon")}{" "}
						<b>
							<bdi>{chosen.name}</bdi>
						</b>{" "}
						<span className="quiet">{chosen.note}</span>
					</span>
					<Button
						small
						onPress={() => {
							pressed.current = true;
							onChange(null);
						}}
					>
						{t("nominate.another")}
					</Button>
				</Row>
				{wrong}
			</div>
		);
	return (
		<div ref={pressed.current ? focusField : null}>
			<Finder
				label={t("nominate.association")}
				hint={t("nominate.associationHint")}
				of={["training", "associations", ...among]}
				without={NONE}
				addLabel={(name) => t("nominate.choose", { name })}
				action={t("nominate.chooseShort")}
				search={search}
				onAdd={(found) => {
					pressed.current = true;
					onChange(found);
				}}
			/>
			{wrong}
		</div>
	);
}
