import { Link } from '@tanstack/react-router'
import { type ImportStatus, RefusalNotice } from '../../api/index.ts'
import { useSpeech } from '../../language/index.ts'
import { Notice } from '../../ui/index.ts'
import { FaultTable } from './fault-table.tsx'

/** Something is wrong in the files: what, where, and that nothing was stored. */
export function ImportRefused({ state: { faults, faultCount, refusal } }: { state: ImportStatus }) {
  const { say } = useSpeech()
  return (
    <>
      <Notice
        standing="stop"
        title={say('import.nothingStored')}
        spoken="alert"
        actions={
          <Link to="/import" activeOptions={{ exact: true }} className="button strong">
            {say('import.tryAgain')}
          </Link>
        }
      >
        {faultCount > 0 && <p>{say('import.faultCount', { count: faultCount })}</p>}
        <p>{say('import.mend')}</p>
      </Notice>
      {refusal !== null && <RefusalNotice refusal={refusal} />}
      {faults.length > 0 && <FaultTable faults={faults} faultCount={faultCount} />}
    </>
  )
}
