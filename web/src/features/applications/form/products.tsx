import { useTranslation } from "react-i18next";
import { useCraftSectors } from "@/reference/use-reference.ts";
import { NativeSelect } from "@/ui/native-select.tsx";
import { OrderedRows } from "@/ui/ordered-rows.tsx";
import { Card } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { TextInThree } from "@/ui/text-in-three.tsx";
import css from "./form.module.css";
import type { Section } from "./section.ts";
import { newProduct } from "./values.ts";

const MOST = 30;

/** What they bring; a new product is of the sector of the last one. */
export function ProductsSection({ typed, onChange, said, stands }: Section & { stands: boolean }) {
	const { t } = useTranslation(["applications", "common"]);
	const sectors = useCraftSectors();
	const { products } = typed;
	return (
		<Card title={t("products.title")}>
			<OrderedRows
				lead={t(stands ? "products.lead" : "products.leadOfDay")}
				add={t("products.add")}
				rows={products}
				onChange={(next) => onChange({ products: next })}
				blank={() => ({ ...newProduct, sector: products.at(-1)?.sector ?? null })}
				legend={(row, index) => row.name.ar || t("products.row", { number: index + 1 })}
				most={MOST}
				unordered
			>
				{(row, index, set) => {
					const at = `/products/${index}`;
					return (
						<>
							<TextInThree
								label={t("products.name")}
								value={row.name}
								onChange={(name) => set({ name })}
								said={said}
								at={`${at}/name`}
								isRequired
								folded
							/>
							<div className={css.wide}>
								<NativeSelect
									label={t("common:field.craftSector")}
									empty={t("common:field.choose")}
									options={sectors.options}
									value={row.sector}
									onChange={(sector) => set({ sector })}
									error={said[`${at}/craft_sector`]}
									isRequired
								/>
							</div>
							<div className={css.wide}>
								<TextField
									label={t("products.description")}
									note={t("common:state.optional")}
									hint={t("products.descriptionHint")}
									dir="auto"
									multiline
									value={row.description}
									onChange={(description) => set({ description })}
									error={said[`${at}/description`]}
								/>
							</div>
						</>
					);
				}}
			</OrderedRows>
		</Card>
	);
}
