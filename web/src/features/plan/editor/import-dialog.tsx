import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PlanImportResult } from "@/api/gen/types.gen.ts";
import { calculatePlanImport } from "@/api/gen/workshop-sdk.gen.ts";
import { Actions, SubmitOrCancel } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { FileDrop } from "@/ui/file-drop.tsx";
import { Form } from "@/ui/form.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Stack } from "@/ui/page.tsx";
import { useAction } from "@/ui/use-action.ts";
import { type Plan, planOf } from "../shape/plan.ts";
import css from "./editor.module.css";

/** Centimetres of a unit: the file is drawn in centimetres, metres, millimetres. */
const UNITS = { cm: 1, m: 100, mm: 0.1 } as const;
type Unit = keyof typeof UNITS;

interface Props {
	onTaken: (plan: Plan) => void;
	onClose: () => void;
}

/** What came of the file, and what did not, before anything is replaced. */
function Found({ found, onTaken, onClose }: Props & { found: PlanImportResult }) {
	const { t } = useTranslation("plan");
	const { plan } = found;
	const counts = (["halls", "aisles", "stands", "quarters"] as const).map((list) => ({
		list,
		count: plan[list]?.length ?? 0,
	}));
	const take = () => {
		onTaken(planOf(plan));
		onClose();
	};
	return (
		<Stack>
			<p>{t("import.found")}</p>
			<ul>
				{counts.map(({ list, count }) => (
					<li key={list}>{t(`import.${list}`, { number: count })}</li>
				))}
			</ul>
			{found.skipped_total > 0 && (
				<>
					<p>{t("import.skipped", { count: found.skipped_total })}</p>
					{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
					<ul className={css.problems} tabIndex={0}>
						{found.skipped.map(({ position, element, id, reason }) => (
							<li key={position}>
								<span>
									{t("import.element", { position, element: id ? `${element} ${id}` : element })}
								</span>
								<span>{t(`skip.${reason}`)}</span>
							</li>
						))}
					</ul>
				</>
			)}
			<p className="quiet">{t("import.replaces")}</p>
			<Actions>
				<Button variant="primary" onPress={take}>
					{t("import.take")}
				</Button>
				<Button onPress={onClose}>{t("import.leave")}</Button>
			</Actions>
		</Stack>
	);
}

/** A plan drawn elsewhere: SVG or GeoJSON, told what of it was taken before it is. */
export function ImportDialog({ onTaken, onClose }: Props) {
	const { t } = useTranslation("plan");
	const action = useAction();
	const [file, setFile] = useState<File | null>(null);
	const [unit, setUnit] = useState<Unit>("cm");
	const [upwards, setUpwards] = useState(false);
	const [corner, setCorner] = useState(true);
	const [missing, setMissing] = useState(false);
	const [found, setFound] = useState<PlanImportResult>();
	const submit = () => {
		setMissing(!file);
		if (!file) return;
		void action.run(async () => {
			const { data } = await calculatePlanImport({
				body: {
					format: /\.svg$/i.test(file.name) ? "svg" : "geojson",
					text: await file.text(),
					options: { cm_per_unit: UNITS[unit], y_upwards: upwards, to_corner: corner },
				},
				throwOnError: true,
			});
			setFound(data);
		});
	};
	return (
		<Dialog title={t("import.title")} isOpen onClose={onClose} wide>
			{found ? (
				<Found found={found} onTaken={onTaken} onClose={onClose} />
			) : (
				<Form action={action} onSubmit={submit}>
					<FileDrop
						label={t("import.file")}
						hint={t("import.fileHint")}
						accept=".svg,.geojson,.json"
						file={file}
						onFile={setFile}
						error={missing ? t("import.noFile") : action.wrong["/text"]}
					/>
					<NativeSelect
						label={t("import.unit")}
						options={(Object.keys(UNITS) as Unit[]).map((id) => ({
							id,
							label: t(`import.unitOf.${id}`),
						}))}
						value={unit}
						onChange={(id) => setUnit(id === "m" || id === "mm" ? id : "cm")}
					/>
					<Checkbox isSelected={upwards} onChange={setUpwards}>
						{t("import.upwards")}
					</Checkbox>
					<Checkbox isSelected={corner} onChange={setCorner}>
						{t("import.corner")}
					</Checkbox>
					<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
						{t("import.read")}
					</SubmitOrCancel>
				</Form>
			)}
		</Dialog>
	);
}
