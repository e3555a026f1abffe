import type { Route } from '../route/index.ts'
import {
  beginRecoveryRoute,
  enrolRoute,
  finishRecoveryRoute,
  invitationRoute,
  openRecoveryRoute,
  setUpPeopleRoute,
  setUpStateRoute,
} from './joining-routes.ts'
import {
  beginPasskeyRoute,
  beginTotpRoute,
  changePassphraseRoute,
  confirmPasskeyRoute,
  confirmTotpRoute,
  endSessionRoute,
  ownFactorsRoute,
  ownKeysRoute,
  ownSessionsRoute,
  removeFactorRoute,
} from './own-routes.ts'
import {
  askPasskeyRoute,
  meRoute,
  secondFactorRoute,
  settingsRoute,
  signInRoute,
  signOutRoute,
} from './sign-in-routes.ts'

/** Everything that is asked to become, be and cease to be signed in. */
export const signInRoutes: readonly Route[] = [
  setUpStateRoute,
  setUpPeopleRoute,
  invitationRoute,
  enrolRoute,
  beginRecoveryRoute,
  openRecoveryRoute,
  finishRecoveryRoute,
  ownKeysRoute,
  changePassphraseRoute,
  ownSessionsRoute,
  endSessionRoute,
  ownFactorsRoute,
  beginTotpRoute,
  confirmTotpRoute,
  beginPasskeyRoute,
  confirmPasskeyRoute,
  removeFactorRoute,
  settingsRoute,
  signInRoute,
  secondFactorRoute,
  askPasskeyRoute,
  signOutRoute,
  meRoute,
]
