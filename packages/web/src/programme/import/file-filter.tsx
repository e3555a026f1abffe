import { useId, useMemo } from 'react'
import type { LineListFault } from '../../api/index.ts'
import { useSpeech } from '../../language/index.ts'

type FileFilterProps = {
  readonly faults: readonly LineListFault[]
  /** Empty for all files. */
  readonly file: string
  readonly onChange: (file: string) => void
}

/** Which file's faults to show, each with how many it has. */
export function FileFilter({ faults, file, onChange }: FileFilterProps) {
  const { say, formats } = useSpeech()
  const id = useId()
  const counts = useMemo(() => {
    const byFile = new Map<string, number>()
    for (const fault of faults) byFile.set(fault.file, (byFile.get(fault.file) ?? 0) + 1)
    return [...byFile].toSorted(([one], [other]) => (one < other ? -1 : 1))
  }, [faults])
  return (
    <div className="fault-filter">
      <label htmlFor={id} className="small">
        {say('faults.byFile')}
      </label>
      <select id={id} value={file} onChange={(event) => onChange(event.target.value)}>
        <option value="">{say('faults.allFiles', { count: formats.count(faults.length) })}</option>
        {counts.map(([name, count]) => (
          <option key={name} value={name}>
            {name} ({formats.count(count)})
          </option>
        ))}
      </select>
    </div>
  )
}
