import { useTranslation } from "react-i18next";
import { Button } from "@/ui/button.tsx";
import { Plus } from "@/ui/icons.tsx";
import { Row } from "@/ui/page.tsx";
import { blankDated, type Dated, DatedAmounts, readDated } from "../dated.tsx";
import { useMoney } from "../use-money.ts";
import css from "./budget.module.css";

interface Props {
	/** What the line is called. */
	label: string;
	parts: readonly Dated[];
	/** What the line comes to, in centimes. */
	cost: number;
	checked: boolean;
	/** The server's word on a field of the line. */
	said: (field: string) => string | undefined;
	onChange: (parts: readonly Dated[]) => void;
}

/** The days a cost falls on, with the amount of each; together they are the cost. */
export function CostParts({ label, parts, cost, checked, said, onChange }: Props) {
	const { t } = useTranslation("workshop");
	const { money } = useMoney();
	const left = parts.reduce((rest, one) => rest - (readDated(one)?.amount ?? 0), cost);
	return (
		<fieldset className={css.parts}>
			<legend>{t("cost.parts", { label })}</legend>
			<DatedAmounts
				kind="part"
				list={parts}
				onChange={onChange}
				checked={checked}
				said={(index, field) =>
					said(`parts/${index}/${field}`) ?? said(`parts/${index}/${field}/amount`)
				}
			/>
			<Row>
				<Button small onPress={() => onChange([...parts, blankDated()])}>
					<Plus size={16} />
					{t("dated.part.add")}
				</Button>
				<p role="status" className={left === 0 ? "quiet" : css.left}>
					{left === 0
						? t("cost.partsWhole")
						: t(left > 0 ? "cost.partsLeft" : "cost.partsOver", { amount: money(Math.abs(left)) })}
				</p>
			</Row>
		</fieldset>
	);
}
