import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/ui/button.tsx";
import { Plus } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Card, Stack } from "@/ui/page.tsx";
import { boundsOf, rectangle } from "../shape/geometry.ts";
import { KINDS, type Kind } from "../shape/refs.ts";
import { added, withEntrance } from "./changes.ts";
import css from "./editor.module.css";
import { MetreField } from "./metre-field.tsx";
import type { Editor } from "./use-editor.ts";

/** Usual sizes in centimetres: of a hall, of an aisle along it, of a stand, of a quarter. */
const SIZES: Readonly<Record<Kind, readonly [number, number]>> = {
	hall: [3000, 1800],
	aisle: [3000, 300],
	stand: [300, 300],
	quarter: [900, 600],
	entrance: [0, 0],
};

/** What the pointer draws, by numbers: the same for the keyboard. */
export function AddForm({ editor }: { editor: Editor }) {
	const { t } = useTranslation("plan");
	const [kind, setKind] = useState<Kind>("hall");
	const [box, setBox] = useState({ x: 0, y: 0, width: SIZES.hall[0], depth: SIZES.hall[1] });
	const take = (next: Kind) => {
		const [width, depth] = SIZES[next];
		setKind(next);
		setBox({ ...box, width, depth });
	};
	const add = () => {
		if (kind === "entrance") editor.take(withEntrance(editor.plan, { x: box.x, y: box.y }));
		else editor.take(added(editor.plan, kind, rectangle(box)));
		const right = boundsOf(rectangle(box));
		// The next one beside it.
		if (right && kind !== "entrance") setBox({ ...box, x: right.x + right.width });
	};
	const sides =
		kind === "entrance" ? (["x", "y"] as const) : (["x", "y", "width", "depth"] as const);
	return (
		<Card title={t("add.title")}>
			<Stack>
				<NativeSelect
					label={t("add.kind")}
					options={KINDS.map((one) => ({ id: one, label: t(`kind.${one}`) }))}
					value={kind}
					onChange={(id) => take(KINDS.find((one) => one === id) ?? "hall")}
				/>
				<div className={css.pair}>
					{sides.map((side) => (
						<MetreField
							key={side}
							label={t(`outline.${side}`)}
							value={box[side]}
							onChange={(value) => setBox({ ...box, [side]: value })}
							{...(side === "width" || side === "depth" ? { least: 10 } : {})}
						/>
					))}
				</div>
				<div>
					<Button isDisabled={kind !== "hall" && editor.plan.halls.length === 0} onPress={add}>
						<Plus size={16} />
						{t("add.add")}
					</Button>
				</div>
			</Stack>
		</Card>
	);
}
